"""Stands for the gradients that Keras's NumPy backend lacks: while a step runs, autograd's NumPy is the backend's `np`.

Checked: test_here.py trains models of many layers here and on TensorFlow, and compares the losses.
Goes when: JAX, or another backend with gradients, runs in WebAssembly.
"""
import contextlib
import functools
import itertools
import sys
import types

import autograd.numpy as anp
import numpy as np
from autograd.core import VJPNode, add_outgrads
from autograd.extend import defvjp, primitive
from autograd.numpy.numpy_boxes import ArrayBox
from autograd.tracer import getval, isbox, new_box, toposort, trace_stack
from jax import lax
from scipy import special

from keras.src import tree
from keras.src.backend.numpy import core, image, linalg, math, nn, numpy, random

MODULES = core, image, linalg, math, nn, numpy, random, sys.modules["keras.src.backend.numpy.rnn"], lax, special  # backend.numpy.rnn is a function


class _Array(type):
    def __instancecheck__(self, thing):
        return isinstance(thing, (np.ndarray, ArrayBox))


class _ndarray(metaclass=_Array):
    pass


def _asarray(x, dtype=None, **_):
    x = _value(x)
    if isinstance(x, ArrayBox):
        return x if dtype is None or x.dtype == np.dtype(dtype) else x.astype(dtype)
    if isinstance(x, (list, tuple)) and any(isbox(leaf) for leaf in tree.flatten(x)):
        return anp.array(x) if dtype is None else anp.array(x).astype(dtype)
    return np.asarray(x, dtype=dtype)


def _array(x, dtype=None, **_):
    out = _asarray(x, dtype)
    return out if isbox(out) else np.array(out)


def _value(thing):
    if isinstance(thing, core.KerasVariable):
        return thing.value
    return type(thing)(map(_value, thing)) if type(thing) in (list, tuple) else thing


def _with_values(function):
    """A function that does not ask a variable for an array, which it is not while its value is traced."""
    @functools.wraps(function)
    def called(*args, **kwargs):
        return function(*map(_value, args), **{key: _value(value) for key, value in kwargs.items()})
    return called


class _Tape(types.ModuleType):
    """autograd.numpy where it has a function, else numpy."""

    ndarray, array, asarray = _ndarray, staticmethod(_array), staticmethod(_asarray)

    def __getattr__(self, name):
        found = getattr(anp if hasattr(anp, name) else np, name)
        if callable(found) and not isinstance(found, type):
            found = _with_values(found)
        setattr(self, name, found)
        return found

    @staticmethod
    def sign(x):
        return _sign(_value(x))

    @staticmethod
    def take(x, indices, axis=None):
        if axis is None:
            return anp.ravel(x)[indices]
        return x[(slice(None),) * (axis % x.ndim) + (_asarray(indices),)]

    @staticmethod
    def flip(x, axis=None):
        x = _asarray(x)
        axes = range(x.ndim) if axis is None else [each % x.ndim for each in (axis if isinstance(axis, (list, tuple)) else [axis])]
        return x[tuple(slice(None, None, -1 if each in axes else 1) for each in range(x.ndim))]

    @staticmethod
    def pad(x, width, mode="constant", constant_values=0, **rest):
        if isbox(x) and mode == "constant" and np.ndim(constant_values) == 0 and constant_values != 0:
            return anp.pad(x - constant_values, width, mode) + constant_values if np.isfinite(constant_values) else _pad_with(x, width, constant_values)
        if isbox(x):
            return anp.pad(x, width, mode)
        return np.pad(x, width, mode, constant_values=constant_values, **rest)


_sign = primitive(np.sign)  # its gradient is zero and not, as in autograd, none
defvjp(_sign, lambda out, x: np.zeros_like)


@primitive
def _pad_with(x, width, value):
    return np.pad(x, width, constant_values=value)


def _unpadded(out, x, width, value):
    return lambda gradient: gradient[tuple(slice(before, before + size) for (before, _), size in zip(width, x.shape))]


defvjp(_pad_with, _unpadded, None, None)
_seen = primitive(lax.seen)


def _unseen(out, x, window, strides):
    def back(gradient):
        total, places = np.zeros(x.shape, gradient.dtype), gradient.shape[:x.ndim]
        for offset in itertools.product(*map(range, window)):
            total[tuple(slice(start, start + (count - 1) * step + 1, step) for start, count, step in zip(offset, places, strides))] += gradient[(..., *offset)]
        return total
    return back


defvjp(_seen, _unseen, None, None)
special.erf, special.erfc = primitive(special.erf), primitive(special.erfc)
defvjp(special.erf, lambda out, x: lambda gradient: gradient * (2 / np.sqrt(np.pi) * np.exp(-x**2)).astype(x.dtype))
defvjp(special.erfc, lambda out, x: lambda gradient: -gradient * (2 / np.sqrt(np.pi) * np.exp(-x**2)).astype(x.dtype))
TAPE = _Tape("numpy")


def _ufunc(self, ufunc, method, *inputs, out=None, **kwargs):
    """For `array * variable`, which NumPy decides: it would ask the variable for an array."""
    return getattr(ufunc, method)(*map(_value, inputs), **kwargs)


_old = core.stop_gradient, lax.seen, core.KerasVariable.numpy


def _stop_gradient(variable):
    return getval(variable.value if isinstance(variable, core.Variable) else variable)


@contextlib.contextmanager
def _recording():
    for module in MODULES:
        module.np = TAPE
    core.stop_gradient, lax.seen, core.KerasVariable.numpy = _stop_gradient, _seen, lambda self: self.value
    core.KerasVariable.__array_ufunc__ = _ufunc
    try:
        yield
    finally:
        del core.KerasVariable.__array_ufunc__
        for module in MODULES:
            module.np = np
        core.stop_gradient, lax.seen, core.KerasVariable.numpy = _old


class _Box(ArrayBox):
    """One that has a __dict__, on which Keras keeps a mask."""

    def __array_ufunc__(self, ufunc, method, *inputs, out=None, **kwargs):  # an array's += becomes a new name for the sum
        return super().__array_ufunc__(ufunc, method, *inputs, **kwargs)


for kind in (np.ndarray, float, np.float64, np.float32, np.float16):
    _Box.register(kind)


@primitive
def _astype(x, dtype):
    return np.asarray(x).astype(dtype)


defvjp(_astype, lambda out, x, dtype: lambda gradient: np.asarray(gradient).astype(np.asarray(x).dtype) if not isbox(gradient) else _astype(gradient, x.dtype), None)
ArrayBox.astype = lambda self, dtype, *_, **__: self if self.dtype == np.dtype(dtype) else _astype(self, dtype)


def _with_variables(operator):
    def operated(self, other):
        return operator(self, other.value if isinstance(other, core.KerasVariable) else other)
    return operated


for name in "add sub mul truediv floordiv mod pow matmul radd rsub rmul rtruediv rpow rmatmul eq ne lt le gt ge".split():
    if f"__{name}__" in vars(ArrayBox):
        setattr(ArrayBox, f"__{name}__", _with_variables(vars(ArrayBox)[f"__{name}__"]))


def bare(structure):
    return tree.map_structure(lambda leaf: getval(leaf) if isbox(leaf) else leaf, structure)


def _own_gradient(self, *args, **kwargs):
    """custom_gradient: a function that hands over `(result, gradient)`."""
    if not any(isbox(_value(arg)) for arg in args):
        return self.function(*args, **kwargs)[0]
    held = {}

    @primitive
    def forward(*values):
        out, held["gradient"] = self.function(*values, **kwargs)
        return out

    def back(place):
        def upstream(gradient):
            found = held["gradient"](gradient)
            return core.convert_to_tensor(found[place] if isinstance(found, (list, tuple)) else found)
        return lambda out, *values: upstream

    defvjp(forward, *map(back, range(len(args))))
    return forward(*map(_value, args))


core.custom_gradient.__call__ = _own_gradient


def gradients(loss_of, variables):
    """The loss and a gradient for every variable, None where the loss does not depend on it."""
    held = [variable._value for variable in variables]
    with trace_stack.new_trace() as trace, _recording():
        nodes = [VJPNode.new_root() for _ in variables]
        try:
            for variable, value, node in zip(variables, held, nodes):
                variable._value = new_box(np.asarray(value), trace, node)
            loss = loss_of()
            found = {}
            if isbox(loss) and loss._trace == trace:
                out = {loss._node: (np.ones_like(loss._value), False)}
                for node in toposort(loss._node):
                    gradient = out.pop(node)
                    if not node.parents:
                        found[id(node)] = gradient[0]
                    for parent, into in zip(node.parents, node.vjp(gradient[0])):
                        out[parent] = add_outgrads(out.get(parent), into)
        finally:
            for variable, value in zip(variables, held):
                variable._value = value
    gradients = [found.get(id(node)) for node in nodes]
    return [None if each is None else np.asarray(each, dtype=variable.dtype) for each, variable in zip(gradients, variables)]


