"""The program that ours is measured against: an empty window of PySide6, and numpy, built as they come."""

import sys

import numpy as np
from PySide6.QtWidgets import QApplication, QLabel

application = QApplication(sys.argv)
label = QLabel(f"{np.arange(3)}")
label.show()
sys.exit(application.exec())
