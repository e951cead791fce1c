// Call, as a worker does it: arguments out of a request, events into the ring, results into the answer.
#pragma once

#include "worker/worker.h"

namespace ipcscope {

class WorkerCall final : public Call {
public:
    WorkerCall(Worker& worker, const OperationRef& operation, const Step& step);

    // Does it once. After that the outcome can be asked for.
    void perform(const Driver::Operation& driver);
    const std::string& refusal() const { return refusal_; }  // "" = the call was made
    std::int64_t duration_ns() const { return end_ns_ - begin_ns_; }
    Fields take_results();
    std::vector<HandleId> closed_, removed_;

    std::int64_t native(std::string_view name) const override;
    std::int64_t native_of(const Value& handle) const override;
    void* aux(std::string_view name) const override;
    void result(const char* name, Value value) override;
    void payload(std::string_view bytes, std::uint64_t original) override;
    void opened(const char* name, Opened handle) override;
    void received(const char* name, int fd) override;
    void closed(std::string_view param) override;
    void removed(std::string_view param) override;
    void takes_in(std::string_view name, std::uint32_t key, std::uint32_t out) override;
    void level(std::uint32_t index, std::int64_t value, bool relative) override;
    void level_of(std::string_view param, std::uint32_t index, std::int64_t value, bool relative) override;
    void happened(const char* verb, std::uint32_t key, std::string_view payload,
                  const Fields& results) override;
    void threads_started() override;
    void making(const std::string& record) override;
    void made(const std::string& record) override;
    void unmade(const std::string& record) override;
    pid_t fork_worker() override;
    WorkerRef forked() const override { return worker_.last_child(); }

private:
    struct Level {
        std::uint32_t object;  // HandleId; 0 = the one acted on
        std::uint32_t index;
        std::int64_t value;
        bool relative;
    };

    void begin() override;
    void finish(std::int64_t ret, int err) override;
    void leave();
    void tell_levels(Event event);
    bool check_handles();
    bool check_handle(const char* param, const TypeSpec& type, const Value& value);
    HandleId add_handle(const char* kind, std::int64_t native, void* aux = nullptr);
    HandleId handle_of(std::string_view param) const;
    const HandleEntry* entry_of(std::string_view param) const;

    Worker& worker_;
    const OperationRef& operation_;
    const Step& step_;
    std::int64_t begin_ns_ = 0, end_ns_ = 0;
    std::uint32_t object_handle_ = 0;
    const char* payload_result_ = nullptr;
    bool began_ = false;
    bool slept_ = false;
    std::string refusal_;
    std::string_view payload_;
    std::uint64_t original_ = 0;
    Fields results_;
    std::string encoded_;
    std::vector<Level> levels_;
    ipcscope::Opened opened_;
    std::string intent_;
};

}  // namespace ipcscope
