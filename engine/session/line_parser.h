// One line of a program. Errors are collected; parsing goes on behind them where it can.
#pragma once

#include "schema/text.h"
#include "session/names.h"
#include "session/program.h"

namespace ipcscope {

class LineParser {
public:
    struct Loop {  // the repeat that this line stands in
        int line = 0;
        std::string worker;
    };

    LineParser(const Registry& registry, Names& scope, std::optional<Loop>& loop,
               std::vector<ParseError>& errors)
        : registry_(registry), scope_(scope), loop_(loop), errors_(errors) {}

    Statement parse(std::string_view line, int number);

private:
    // line_parser.cpp
    bool parse_head();  // false: an error, the rest of the line means nothing
    bool parse_workers();
    bool parse_worker_line(std::string_view worker, std::size_t at);
    bool parse_body_line(std::string_view first, std::size_t at);
    bool parse_repeat(std::size_t at);
    bool parse_action(std::string_view word, std::size_t at);
    bool parse_end(std::size_t at);
    bool new_name(std::string_view name, std::size_t at, const char* what);
    void finish();  // what this line means for those that follow

    // call_parser.cpp
    bool parse_call(std::string_view word, std::size_t at);
    void parse_arguments(const OperationRef& operation);
    void parse_argument(const OperationRef& operation, bool first);
    void check_complete(const OperationRef& operation, std::size_t at);
    void skip_argument();

    // expectation.cpp
    void parse_tail();
    bool parse_expectation(const OperationRef* operation, std::size_t hash);
    bool parse_returns(const OperationRef* operation);
    bool parse_result(const OperationRef* operation);
    void check_expectation(std::size_t at);

    bool error(std::size_t at, std::string message);  // returns false
    std::string got() const;                          // what stands at the cursor, for messages

    const Registry& registry_;
    Names& scope_;
    std::optional<Loop>& loop_;
    std::vector<ParseError>& errors_;
    Statement out_;
    Cursor cursor_{};
    const OperationRef* operation_ = nullptr;  // of this line
    const OperationRef* awaited_ = nullptr;    // whose outcome an await or operation line speaks of
    bool any_outcome_ = false;                 // an await of something that an earlier text began
};

}  // namespace ipcscope
