// The reference page of a mechanism: its Markdown page, and what its spec says of operations and errors.
#pragma once

#include "schema/spec.h"

class QTextBrowser;

namespace ipcscope {

// Shows the page; with an operation, what the spec says about that one first.
void showReference(QTextBrowser& browser, const MechanismSpec& mechanism,
                   const OperationSpec* operation = nullptr);

}  // namespace ipcscope
