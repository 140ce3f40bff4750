"""The style sheet of the application: what a palette cannot say, and no more.

A widget takes one of these looks by its `look` property (`theme.set_look`): labels `title`,
`caption`, `muted`, `good`, `warning`, `bad`; buttons `primary`, `quiet`; frames `card`; what can be
pressed as a whole `choice` and `row`.
"""

from __future__ import annotations

from string import Template
from typing import Final

from vendorcompare import paths
from vendorcompare.gui.look.colours import Tokens

_TEXT: Final = Template("""
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QMessageBox QLabel#qt_msgbox_label, QMessageBox QLabel#qt_msgbox_informativelabel {
    min-width: 340px;
}
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 4px 8px; }
QLabel[look="title"] { font-size: ${title_size}pt; font-weight: bold; }
QLabel[look="heading"] { font-weight: bold; }
QLabel[look="caption"] { font-size: ${caption_size}pt; color: $muted; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="good"] { color: $good; }
QLabel[look="warning"] { color: $warning; }
QLabel[look="bad"] { color: $bad; }
QFrame[look="card"] { background: $surface; border: 1px solid $hairline; border-radius: 8px; }
QFrame[look="choice"], QFrame[look="row"] { border-radius: 8px; margin: 1px; }
QFrame[look="choice"] { background: $surface; border: 1px solid $hairline; }
QFrame[look="row"] { background: transparent; border: 1px solid transparent; }
QFrame[look="choice"]:enabled:hover { border-color: $accent; }
QFrame[look="row"]:enabled:hover { background: $hairline; border-color: $hairline; }
QFrame[look="choice"][focused="true"], QFrame[look="row"][focused="true"] {
  margin: 0; border: 2px solid $accent; }
QFrame[look="row"] > QLabel:disabled { color: $faint; }
QFrame[look="hairline"] { background: $hairline; border: none; max-height: 1px; }

QPushButton { background: $surface; border: 1px solid $line; border-radius: 6px;
  padding: 5px 14px; min-height: 20px; }
QPushButton:hover { background: $sunken; }
QPushButton:pressed, QPushButton:checked { background: $accent_soft; border-color: $accent; }
QPushButton:disabled { color: $faint; border-color: $hairline; background: transparent; }
QPushButton:default { border-color: $accent; }
QPushButton[look="primary"] { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: bold; }
QPushButton[look="primary"]:hover { background: $accent_hover; }
QPushButton[look="primary"]:disabled { background: $hairline; color: $faint;
  border-color: $hairline; }
QPushButton[look="quiet"] { background: transparent; border-color: transparent; color: $accent; }
QPushButton[look="quiet"]:hover { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton[look="primary"]:focus { border-color: $text; }
QPushButton[look="quiet"]:focus { border-color: $accent; }

QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: $sunken; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton:disabled { color: $faint; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: $surface;
  border: 1px solid $line; border-radius: 6px; padding: 3px 7px; min-height: 20px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus,
QAbstractSpinBox:focus { border: 2px solid $accent; padding: 2px 6px; }
/* The list of a box has its padding; with another one in focus its last item would be cut. */
QComboBox:focus { border: 2px solid $accent; padding: 3px 6px; min-height: 18px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled { color: $faint; background: transparent; border-color: $hairline; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$pictures/arrow-down.svg"); width: 14px; height: 14px; }
QAbstractSpinBox { padding: 3px 20px 3px 7px; }
QAbstractSpinBox:focus { padding: 2px 19px 2px 6px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 20px; }
QAbstractSpinBox::up-arrow { image: url("$pictures/arrow-up.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$pictures/arrow-down.svg"); width: 12px; height: 12px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0; min-height: 0;
  background: transparent; }
QSpinBox, QDoubleSpinBox { qproperty-alignment: "AlignRight | AlignVCenter"; }
QDateTimeEdit { qproperty-alignment: "AlignCenter"; }
QAbstractItemView QLineEdit, QAbstractItemView QComboBox, QAbstractItemView QAbstractSpinBox {
  border-radius: 0; min-height: 0; }

QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: 1px solid transparent;
  border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: 14px;
  height: 14px; border: 1px solid $muted; border-radius: 4px; background: $surface; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent;
  border-color: $accent; image: url("$pictures/mark-$mark.svg"); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
  background: $accent; border-color: $accent; image: url("$pictures/part-$mark.svg"); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent;
  image: url("$pictures/dot-$mark.svg"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $hairline;
  border-color: $hairline; }
QSlider { min-height: 24px; border: 1px solid transparent; border-radius: 6px; }
QSlider:focus { border-color: $accent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $hairline; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
  border: 1px solid $accent; background: $surface; }
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:pressed { background: $accent; }
QSlider::sub-page:disabled { background: $line; }
QSlider::handle:disabled { border-color: $line; background: $window; }

QScrollArea#aside { border: 1px solid transparent; }
QScrollArea#aside:focus { border-color: $accent; }
QAbstractItemView { border: none; outline: none; gridline-color: $hairline; }
QAbstractItemView[look="bare"] { background: transparent; }
QHeaderView { background: $window; border: none; }
QHeaderView::section { background: $window; color: $muted; border: none; padding: 6px 8px;
  border-bottom: 1px solid $hairline; }
QTableCornerButton::section { background: $window; border: none;
  border-bottom: 1px solid $hairline; }

QTabWidget::pane { border: none; border-top: 1px solid $hairline; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: 8px 12px 6px 12px;
  border: 1px solid transparent; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { border: 1px solid $accent; border-bottom-width: 2px; }

QMenu { background: $surface; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QMenuBar, QStatusBar, QToolBar { background: $window; border: none; }
QMenuBar::item { padding: 5px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $accent_soft; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $hairline; border: none; border-radius: 3px; height: 6px;
  text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

#rail { background: $sunken; border: none; border-right: 1px solid $hairline; }
#rail QScrollArea, #rail QScrollArea > QWidget > QWidget { background: transparent; }
QFrame[look="notice"] { border: 1px solid $accent; border-radius: 8px; background: $accent_soft; }
QFrame[look="notice"][kind="good"] { border-color: $good; background: $good_soft; }
QFrame[look="notice"][kind="warning"] { border-color: $warning; background: $warning_soft; }
QFrame[look="notice"][kind="bad"] { border-color: $bad; background: $bad_soft; }
#cell_hint { background: $bad_soft; border: 1px solid $bad; border-radius: 6px; }
#frozen_column { border-right: 1px solid $line; }
""")


def stylesheet(look: Tokens, caption_size: float, title_size: float) -> str:
    """Fill in the colours and the sizes of text."""
    return _TEXT.substitute(
        look._asdict(),
        accent_hover=look.text if look.dark else "#174b82",
        caption_size=f"{caption_size:.1f}",
        title_size=f"{title_size:.1f}",
        mark="dark" if look.dark else "light",
        pictures=paths.resource("icons").as_posix(),
    )
