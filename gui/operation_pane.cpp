#include "operation_pane.h"

#include "form_context.h"
#include "forms/operation_form.h"
#include "icons.h"
#include "schema/text.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ipcscope {

namespace {

// A stack is as tall as its tallest page; forms differ too much for that.
class Pages : public QStackedWidget {
public:
    QSize sizeHint() const override { return currentWidget() ? currentWidget()->sizeHint() : QSize(); }
    QSize minimumSizeHint() const override {
        return currentWidget() ? currentWidget()->minimumSizeHint() : QSize();
    }
};

}  // namespace

OperationPane::OperationPane(Session& session, const QString& title,
                             std::vector<const OperationRef*> operations, QWidget* parent)
    : QWidget(parent),
      session_(session),
      operations_(std::move(operations)),
      head_(new QToolButton),
      body_(new QWidget),
      worker_(new QComboBox),
      operation_(new QComboBox),
      nameLabel_(new QLabel(tr("&Name"))),
      name_(new QLineEdit),
      pages_(new Pages),
      outcome_(new QLabel) {
    setAccessibleName(title);
    head_->setText(title);
    head_->setAccessibleName(title);
    head_->setCheckable(true);
    head_->setChecked(true);
    head_->setAutoRaise(true);
    head_->setArrowType(Qt::DownArrow);
    head_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    head_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto bold = head_->font();
    bold.setBold(true);
    head_->setFont(bold);
    connect(head_, &QToolButton::toggled, this, &OperationPane::setExpanded);

    worker_->setObjectName(QStringLiteral("worker"));
    worker_->setAccessibleName(tr("Worker that acts: %1").arg(title));
    operation_->setObjectName(QStringLiteral("operation"));
    operation_->setAccessibleName(tr("Operation: %1").arg(title));
    for (auto* box : {worker_, operation_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    for (const auto* ref : operations_) {
        operation_->addItem(
            QStringLiteral("%1  (%2)")
                .arg(schemaText(ref->operation->title), QString::fromUtf8(ref->operation->call)));
        operation_->setItemData(operation_->count() - 1, schemaText(ref->operation->summary),
                                Qt::ToolTipRole);
    }
    name_->setObjectName(QStringLiteral("resultName"));
    name_->setAccessibleName(tr("Name for what comes out"));
    name_->setToolTip(tr("What the program calls it"));
    static const QRegularExpression word(QStringLiteral("[A-Za-z_][A-Za-z0-9_]*"));
    name_->setValidator(new QRegularExpressionValidator(word, name_));
    nameLabel_->setBuddy(name_);
    outcome_->setObjectName(QStringLiteral("outcome"));
    outcome_->setAccessibleName(tr("Outcome: %1").arg(title));
    outcome_->setWordWrap(true);
    outcome_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    outcome_->hide();

    auto* top = new QFormLayout;
    top->setContentsMargins(0, 0, 0, 0);
    top->setSpacing(4);
    top->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* workerLabel = new QLabel(tr("Worker"));
    workerLabel->setBuddy(worker_);
    auto* operationLabel = new QLabel(tr("Operation"));
    operationLabel->setBuddy(operation_);
    top->addRow(workerLabel, worker_);
    top->addRow(operationLabel, operation_);
    top->addRow(nameLabel_, name_);
    auto* inside = new QVBoxLayout(body_);
    inside->setContentsMargins(10, 2, 6, 8);
    inside->setSpacing(6);
    inside->addLayout(top);
    inside->addWidget(pages_);
    inside->addWidget(outcome_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head_);
    layout->addWidget(body_);
    layout->addStretch(1);

    connect(operation_, &QComboBox::currentIndexChanged, this, &OperationPane::choose);
    connect(worker_, &QComboBox::currentIndexChanged, this, [this] {
        for (const auto& [index, form] : forms_)
            form->refreshChoices();
    });
    refresh();
    // What is done with the object stands before what only prepares it.
    const auto first = std::find_if(operations_.begin(), operations_.end(), [](const auto* ref) {
        return ref->operation->object[0] != 0 || ref->operation->side == Side::create;
    });
    const int index = first == operations_.end() ? 0 : static_cast<int>(first - operations_.begin());
    operation_->setCurrentIndex(index);
    choose(index);
}

void OperationPane::setExpanded(bool expanded) {
    const QSignalBlocker block(head_);
    head_->setChecked(expanded);
    head_->setArrowType(expanded ? Qt::DownArrow : Qt::RightArrow);
    body_->setVisible(expanded);
}

void OperationPane::setSends(bool on) {
    body_->setEnabled(on);
    body_->setToolTip(on ? QString()
                         : tr("A moment of the past is shown: go back to live to send something"));
}

bool OperationPane::isExpanded() const {
    return head_->isChecked();
}

OperationForm* OperationPane::form() {
    return forms_.at(operation_->currentIndex());
}

WorkerId OperationPane::actingWorker() const {
    return WorkerId{static_cast<std::uint16_t>(worker_->currentData().toUInt())};
}

bool OperationPane::namesResult(const OperationSpec& operation) const {
    for (const auto& result : operation.results)
        if (result.type.kind == Kind::handle || result.type.kind == Kind::worker) return true;
    return operation.forks;
}

QString OperationPane::wantedName(const OperationRef& operation) const {
    for (const auto& result : operation.operation->results) {
        if (result.type.kind == Kind::worker) return QString::fromUtf8(result.name);
        // A new object is called by its kind's first letter; another handle of one by the handle's name.
        if (result.type.kind == Kind::handle && operation.operation->side == Side::create &&
            !operation.mechanism->objects.empty())
            return QString::fromUtf8(operation.mechanism->objects.front().id).left(1);
        if (result.type.kind == Kind::handle) return QString::fromUtf8(result.name);
    }
    return QStringLiteral("x");
}

void OperationPane::choose(int index) {
    if (index < 0) return;
    const auto& ref = *operations_[static_cast<std::size_t>(index)];
    auto& form = forms_[index];
    if (!form) {
        FormContext context;
        context.translate = &schemaText;
        context.choices = [this](const TypeSpec& type) {
            return choicesFor(*session_.controller().state(), session_.registry(), type, actingWorker(),
                              object_);
        };
        form = new OperationForm(*ref.operation, std::move(context));
        connect(form, &OperationForm::triggered, this, &OperationPane::trigger);
        pages_->addWidget(form);
        preferObject(*form);
    }
    form->refreshChoices();
    pages_->setCurrentWidget(form);
    pages_->updateGeometry();
    const bool named = namesResult(*ref.operation);
    name_->setVisible(named);
    nameLabel_->setVisible(named);
    outcome_->hide();
    if (named) {
        offeredName_ = session_.freeName(wantedName(ref));
        name_->setText(offeredName_);
    }
}

void OperationPane::preferObject(OperationForm& form) {
    const auto& spec = form.operation();
    if (!object_ || !spec.object[0]) return;
    for (const auto& param : spec.params) {
        if (std::string_view(param.name) != spec.object) continue;
        const auto choices = choicesFor(*session_.controller().state(), session_.registry(), param.type,
                                        actingWorker(), object_);
        if (!choices.empty()) form.setArgument(param.name, Name{choices.front().text.toStdString()});
    }
}

void OperationPane::setObject(ObjectId object) {
    if (object == object_) return;
    object_ = object;
    for (const auto& [index, form] : forms_) {
        form->refreshChoices();
        preferObject(*form);
    }
}

void OperationPane::refresh() {
    const auto state = session_.controller().state();
    {
        const QSignalBlocker block(worker_);
        const QString before = worker_->currentText();
        worker_->clear();
        for (const auto& worker : state->workers)
            if (!hasEnded(worker)) worker_->addItem(fromUtf8(worker.name), worker.id.value);
        if (!worker_->count()) worker_->addItem(session_.firstWorker(), 0u);
        const int index = worker_->findText(before);
        if (index >= 0) worker_->setCurrentIndex(index);
    }
    for (const auto& [index, form] : forms_)
        form->refreshChoices();
    // The name that was offered may be taken by now; one that was typed stays.
    const int index = operation_->currentIndex();
    if (index >= 0 && name_->text() == offeredName_ && !name_->isHidden()) {
        offeredName_ = session_.freeName(wantedName(*operations_[static_cast<std::size_t>(index)]));
        name_->setText(offeredName_);
    }
}

void OperationPane::trigger() {
    const auto& ref = *operations_[static_cast<std::size_t>(operation_->currentIndex())];
    Statement statement;
    statement.kind = Statement::Kind::operation;
    statement.worker = worker_->currentText().toStdString();
    statement.operation = ref.id;
    for (auto& [name, value] : form()->arguments())
        statement.arguments.push_back({name, value, 0});
    if (namesResult(*ref.operation)) statement.binding = name_->text().toStdString();
    outcome_->setText(
        QStringLiteral("<span style='color:%1'>%2</span>").arg(tones().quiet.name(), tr("running …")));
    outcome_->show();
    session_.click(statement, this,
                   [this, &ref, name = statement.binding](const RunController::Click& click) {
                       show(ref, click);
                       if (click.refused.isEmpty() && click.outcome.err == 0 &&
                           click.outcome.kind == Outcome::Kind::done && !name.empty())
                           emit made(fromUtf8(name));
                   });
}

void OperationPane::show(const OperationRef& ref, const RunController::Click& click) {
    const auto& out = click.outcome;
    const auto t = tones();
    QString text;
    QColor colour = t.good;
    if (!click.refused.isEmpty() || out.kind == Outcome::Kind::refused) {
        text = click.refused.isEmpty() ? fromUtf8(out.message) : click.refused;
        colour = t.bad;
    } else if (out.kind == Outcome::Kind::died) {
        text = tr("the worker was %1").arg(fromUtf8(out.message));
        if (!out.by_signal) text = fromUtf8(out.message);
        colour = out.by_signal ? t.bad : t.quiet;
    } else if (out.err) {
        text = QStringLiteral("%1: %2").arg(errnoText(out.err), errnoMeaning(ref.operation, out.err));
        colour = t.bad;
    } else {
        text = fromUtf8(describe_outcome(session_.registry(), ref.id, out));
        if (text.size() > 160) text = text.left(160) + QChar(0x2026);
        const QString returns = schemaText(ref.operation->returns);
        if (!returns.isEmpty()) text += QStringLiteral("  (%1)").arg(returns);
    }
    QString html = QStringLiteral("<b style='color:%1'>%2</b>").arg(colour.name(), text.toHtmlEscaped());
    if (out.duration_ns > 0)
        html += QStringLiteral(" <span style='color:%1'>%2</span>")
                    .arg(t.quiet.name(), durationText(out.duration_ns));
    outcome_->setText(html);
    outcome_->show();
    emit outcome(html);
}

}  // namespace ipcscope
