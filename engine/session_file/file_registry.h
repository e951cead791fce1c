// What the numbers of a file mean in this build: operations and mechanisms go by name. Those that this build
// does not know get a place behind its own, so that they are shown by the name that they had.
#pragma once

#include "schema/registry.h"

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace ipcscope::session_file {

class FileRegistry {
public:
    explicit FileRegistry(const Registry& known) : known_(known) {}

    // --- first: everything that the file names ---
    void add_operation(std::int64_t file_id, std::string_view name, std::string_view title,
                       std::string_view call);
    void add_object(std::string_view mechanism, std::string_view kind, std::string_view title);
    // --- then: what it comes to; to be called once ---
    void build();
    const Registry& registry() const { return registry_ ? *registry_ : known_; }
    OperationId operation(std::int64_t file_id) const;  // none = not known
    // Never nullptr; after add_object with the same words.
    std::pair<const MechanismSpec*, const ObjectSpec*> object(std::string_view mechanism,
                                                              std::string_view kind) const;
    const std::vector<std::string>& unknown() const { return unknown_; }  // names, in order of the file

private:
    static constexpr std::size_t most_unknown = 4096;
    struct Stranger {  // a mechanism of which the file says more than this build knows
        std::deque<std::string> texts;
        MechanismSpec spec;
        std::map<std::string, std::size_t> objects;
    };
    Stranger& stranger(const std::string& mechanism);
    // Of this build: what can be driven, and what the monitor records.
    const MechanismSpec* known(std::string_view mechanism) const;
    static const char* keep(Stranger& stranger, std::string text);

    const Registry& known_;
    bool of_machine_ = false;  // the monitor has recorded it
    std::map<std::string, std::unique_ptr<Stranger>> strangers_;
    std::unordered_map<std::int64_t, std::string> names_;  // of the file's operations
    std::unordered_map<std::int64_t, OperationId> ids_;
    std::vector<std::string> unknown_;
    std::unique_ptr<Registry> registry_;
};

}  // namespace ipcscope::session_file
