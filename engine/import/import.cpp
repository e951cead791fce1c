#include "import/import.h"

#include "import/json_lines.h"
#include "import/trace_importer.h"

#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <memory>

#include <sys/stat.h>

namespace ipcscope {

namespace {

constexpr std::size_t longest_line = std::size_t{32} << 20;  // of a payload of 16 MiB, written as text
constexpr std::size_t most_problems = 20;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

// Line by line, whatever their length: what is too long is read on, and is none.
class Lines {
public:
    explicit Lines(std::FILE* file) : file_(file) {}
    bool next(std::string& line, bool& too_long) {
        line.clear();
        too_long = false;
        bool any = false;
        while (at_ < have_ || fill()) {
            any = true;
            const std::string_view rest(part_.data() + at_, have_ - at_);
            const auto end = rest.find('\n');
            const auto text = rest.substr(0, end);
            if (line.size() + text.size() <= longest_line)
                line += text;
            else
                too_long = true;
            at_ += text.size() + (end == std::string_view::npos ? 0 : 1);
            if (end != std::string_view::npos) break;
        }
        if (line.ends_with('\r')) line.pop_back();
        return any;
    }
    std::uint64_t bytes() const { return read_; }

private:
    bool fill() {
        at_ = 0;
        have_ = std::fread(part_.data(), 1, part_.size(), file_);
        read_ += have_;
        return have_ > 0;
    }
    std::FILE* file_;
    std::vector<char> part_ = std::vector<char>(65536);
    std::size_t at_ = 0, have_ = 0;
    std::uint64_t read_ = 0;
};

void problem(Imported& out, std::string why) {
    ++out.left_out;
    if (out.problems.size() < most_problems)
        out.problems.push_back(fmt::format("line {}: {}", out.lines, why));
}

}  // namespace

Result<Imported> import_file(const Registry& registry, const std::string& path,
                             const ImportOptions& options) {
    // Not a device or a pipe that would never end.
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return system_failure(path, "stat");
    if (!S_ISREG(status.st_mode)) return failure(fmt::format("{}: it is no regular file", path));
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rbe"));
    if (!file) return system_failure(path, "open");
    Imported out;
    Lines lines(file.get());
    std::string line;
    bool too_long = false;
    auto form = options.form;
    TraceImporter trace(registry);
    JsonLinesImporter json(registry);
    while (lines.next(line, too_long)) {
        ++out.lines;
        if (out.lines % 4096 == 0 && options.progress && status.st_size > 0 &&
            !options.progress(static_cast<double>(lines.bytes()) / static_cast<double>(status.st_size)))
            return system_failure(path, "import", ECANCELED);
        const auto begin = line.find_first_not_of(" \t");
        if (begin == std::string::npos) continue;
        if (form == ImportForm::any) form = line[begin] == '{' ? ImportForm::json_lines : ImportForm::strace;
        const auto events = form == ImportForm::strace ? trace.events() : json.events();
        if (too_long || events >= options.most_events) {
            problem(out, too_long ? "it is too long" : "there are too many events");
        } else if (form == ImportForm::strace) {
            if (!trace.line(line))
                problem(out, "it is no line of strace's, or does not go with those before");
        } else if (const auto why = json.line(line); !why.empty()) {
            problem(out, why);
        }
    }
    if (std::ferror(file.get())) return system_failure(path, "read");
    if (form == ImportForm::strace) out.began_unix_ns = trace.began_unix_ns();
    out.recording = form == ImportForm::strace ? trace.finish() : json.finish();
    if (!out.recording || out.recording->events().size() == 0)
        return failure(
            fmt::format("{}: there is nothing in it that can be imported: neither what strace -f -ttt -T "
                        "prints nor events as JSON Lines",
                        path));
    return out;
}

}  // namespace ipcscope
