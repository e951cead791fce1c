// What is imported: strace's lines, events as JSON Lines.
#include "fuzz/look.h"
#include "fuzz/targets.h"
#include "import/import.h"

namespace ipcscope::fuzz {

static void imports(std::string_view input) {
    const auto& path = file_with(grown(input));
    auto imported = import_file(registry(), path);
    if (!imported) return must(!imported.error().text().empty(), "it is said why");
    must(imported->recording != nullptr && imported->left_out <= imported->lines,
         "lines are taken or left out");
    look_at(std::shared_ptr<const Recording>(std::move(imported->recording)));
}

FUZZ_TARGET(imports)

}  // namespace ipcscope::fuzz
