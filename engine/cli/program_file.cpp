#include "cli/program_file.h"

#include "base/unique_fd.h"
#include "session/settings.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace ipcscope::cli {

namespace {

constexpr std::size_t max_program = std::size_t{256} << 20;

}  // namespace

Result<std::string> read_text(const std::string& file) {
    UniqueFd opened;
    int fd = STDIN_FILENO;
    if (file != "-") {
        opened.reset(open(file.c_str(), O_RDONLY | O_CLOEXEC));
        if (!opened) return system_failure(file, "open");
        fd = opened.get();
    }
    std::string text;
    char block[1 << 16];
    for (;;) {
        const auto got = read(fd, block, sizeof block);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return system_failure(file, "read");
        if (got == 0) return text;
        text.append(block, static_cast<std::size_t>(got));
        if (text.size() > max_program)
            return failure(
                fmt::format("{}: longer than the limit of {} MiB for a program", file, max_program >> 20));
    }
}

std::optional<Program> read_program(const Registry& registry, const std::string& file,
                                    const std::vector<std::string>& settings) {
    const auto text = read_text(file);
    if (text) return parse_text(registry, *text, file, settings);
    fmt::print(stderr, "ipcscope-cli: {}\n", text.error().text());
    return {};
}

std::optional<Program> parse_text(const Registry& registry, std::string_view text, const std::string& file,
                                  const std::vector<std::string>& settings) {
    auto parsed = parse_program(registry, text);
    if (parsed.errors.empty() && !settings.empty()) {
        const auto set = apply_settings(registry, text, settings);
        if (!set) {
            fmt::print(stderr, "ipcscope-cli: {}\n", set.error().text());
            return {};
        }
        parsed = parse_program(registry, *set);
    }
    for (const auto& error : parsed.errors)
        fmt::print(stderr, "{}:{}:{}: {}\n", file, error.line, error.column, error.message);
    if (!parsed.errors.empty()) return {};
    return std::move(parsed.program);
}

std::string difference_text(const Difference& difference) {
    return fmt::format("line {}{}: {}\n  expected: {}\n  got:      {}\n", difference.line,
                       difference.round.empty() ? "" : fmt::format(" ({})", difference.round),
                       difference.statement, difference.expected, difference.got);
}

}  // namespace ipcscope::cli
