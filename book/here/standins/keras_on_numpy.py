"""Stands for what Keras's NumPy backend leaves out or gets wrong. Training is in keras_fit.py, which needs autograd.

Checked: test_here.py plays every listing with it, and compares training with TensorFlow's.
Goes when: Keras's NumPy backend can do these itself.
"""
import keras
from keras.src.backend.numpy import core, numpy, trainer


def listed(sum):
    """sum() fails on the list of losses that Keras's own compute_loss() hands it."""
    def summed(x, axis=None, keepdims=False):
        return sum(core.convert_to_tensor(x) if isinstance(x, (list, tuple)) else x, axis=axis, keepdims=keepdims)
    return summed


def late(name):
    """Training needs autograd, which most programs don't."""
    def first(self, *args, **kwargs):
        import keras_fit  # noqa: F401  which puts the real ones in place
        return getattr(self, name)(*args, **kwargs)
    return first


class custom_gradient:
    """Goes forward, as Keras's does, and without its warning; keras_tape makes it obey the gradient."""

    def __init__(self, function):
        self.function = function

    def __call__(self, *args, **kwargs):
        return self.function(*args, **kwargs)[0]


numpy.sum = listed(numpy.sum)
core.custom_gradient = custom_gradient
trainer.NumpyTrainer.fit, trainer.NumpyTrainer.train_on_batch = late("fit"), late("train_on_batch")
keras.src.backend.IS_THREAD_SAFE = False  # there are no threads here, and Keras would call callbacks from one
