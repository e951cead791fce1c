// More of the same program than one file should hold.
#pragma once

#include <QObject>

#include <memory>

std::unique_ptr<QObject> filled_in();
std::unique_ptr<QObject> the_language();
std::unique_ptr<QObject> random_programs();
