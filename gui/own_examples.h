// Examples that a person keeps: programs in $XDG_DATA_HOME/ipcscope/examples, explained by the comment at
// their head as the bundled ones are.
#pragma once

#include "session/examples.h"

#include <QString>

#include <memory>
#include <vector>

namespace ipcscope {

struct OwnExample {
    QString file;
    std::shared_ptr<const std::string> bytes;  // what example.text points into
    Example example;                           // named "own:FILE"
};

QString ownExampleFolder();              // "" = there is no home
std::vector<OwnExample> ownExamples();   // by title; what cannot be read is left out
bool isOwnExample(const QString& name);  // by the name alone
// What a person says about it becomes the comment at the head, in place of the one that stands there.
QString withHead(const QString& program, const QString& title, const QString& about);
// "" = it is kept; else why not. An example of that title is replaced.
QString saveOwnExample(const QString& program, const QString& title, const QString& about);
bool hasOwnExample(const QString& title);
bool removeOwnExample(const QString& name);

}  // namespace ipcscope
