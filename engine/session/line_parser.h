// One line of a program. Errors are collected; parsing goes on behind them where it can.
#pragma once

#include "schema/text.h"
#include "session/names.h"
#include "session/program.h"

namespace ipcscope {

class LineParser {
public:
    struct Loop {  // the repeat of a worker that this line stands in
        int line = 0;
        std::string worker;
    };
    struct Rounds {  // a repeat of the run
        int line = 0;
        std::string counter;
        std::int64_t all = 1;  // rounds, with those around it
    };
    struct Text {  // what the lines above have begun
        std::optional<Loop> loop;
        std::vector<Rounds> rounds;  // the innermost last
        std::size_t strings = 0;     // octets of strings written with `*`
    };

    LineParser(const Registry& registry, Names& scope, Text& text, std::vector<ParseError>& errors)
        : registry_(registry), scope_(scope), text_(text), loop_(text.loop), errors_(errors) {}

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
    bool free_name(std::string_view name, std::size_t at);  // not the name of a variable
    void finish();                                          // what this line means for those that follow

    // block_parser.cpp
    bool parse_let();
    bool parse_delay();
    bool parse_rounds();
    bool parse_count(std::int64_t least, std::int64_t most);
    bool end_rounds();

    // call_parser.cpp
    bool parse_call(std::string_view word, std::size_t at);
    void parse_arguments(const OperationRef& operation);
    void parse_argument(const OperationRef& operation, bool first);
    void check_complete(const OperationRef& operation, std::size_t at);
    void skip_argument();
    Result<Value> take_value(const TypeSpec& type);  // a literal, a name, or a variable of any type
    bool enough(const Value& value, std::size_t at);

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
    Text& text_;
    std::optional<Loop>& loop_;
    std::vector<ParseError>& errors_;
    Statement out_;
    Cursor cursor_{};
    const OperationRef* operation_ = nullptr;  // of this line
    const OperationRef* awaited_ = nullptr;    // whose outcome an await or operation line speaks of
    bool any_outcome_ = false;                 // an await of something that an earlier text began
};

}  // namespace ipcscope
