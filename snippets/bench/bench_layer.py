"""Where the time of your own Keras layer goes: copy this file into your project, then write

    print(bench_layer(MyLayer(4), (32, 8), against=keras.layers.Dense(4)))

Needs NumPy and Keras, on TensorFlow, JAX or PyTorch. Seconds are of this machine and moment; causes
are found by counting traces, operations and variables, so they are the same on any machine."""
import collections, contextlib, functools, importlib, re, sys, time, unittest.mock
import keras
import numpy as np
from keras import ops, tree

BOOK = "https://example.com/keras-layers/en/"
BACKEND = keras.backend.backend()
NATIVE = importlib.import_module(BACKEND)
CAUSES = {
    "new-state": "{}. Mend: make layers, weights and seeds in __init__ or build.",
    "numpy": "values leave the graph: {}. Mend: compute with keras.ops.",
    "eager-only": "it can't become a graph: {}. Mend: ops.where or ops.cond.",
    "loop": "{}. Mend: one op over the axis, or ops.scan.",
    "waste": "{}. Mend: keep a result in a name; ops.take and ops.matmul need no huge tensor.",
    "retracing": "{}. Mend: pass numbers as tensors, take sizes from ops.shape, let Keras trace.",
    "float64": "{} of {} operations compute in float64. Mend: cast to self.compute_dtype.",
    "jit-compile": "XLA can't compile it: {}. Mend: another op, which XLA knows."}

class Report(dict):
    """What was measured, by name; `causes` are those of `CAUSES` that make the layer slow."""
    causes = property(lambda report: report["causes"])
    def __str__(self):
        causes = (f"{name}: {text} Read: {BOOK}fast/#{name}" for name, text in self.causes.items())
        return "\n".join([*(f"{k:28}{v}" for k, v in self.items() if k != "causes"), *causes])

def bench_layer(layer, inputs, *, rows=32, vary=None, against=None, jit=BACKEND != "torch", **call):
    """The report on a new layer, called with `rows` samples.

    inputs:  an array, or a shape without the batch axis, as `(32, 8)`; a list or dict of these; a
             tuple of these if `call` takes several. The axis behind the batch is that of the steps,
             if another follows or if the array is of integers.
    vary:    `{"step": [1, 2, 3]}`: an argument of `call` that changes from call to call.
    against: another layer for the same inputs; the report has ratios to it.
    jit:     whether to try jit_compile=True; on PyTorch that takes long.
    call:    what else `call` takes, by name."""
    def given(*more):
        args = _tensors(inputs, rows, *more)
        return args if isinstance(args, tuple) else (args,)
    report = _measured(layer, given, vary or {}, jit, call)
    for name, value in _measured(against, given, {}, jit, call).items() if against else ():
        if isinstance(value, (int, float)) and value and report.get(name):
            report[f"{name}, ratio"] = float(f"{report[name] / value:.2g}")
    return report
def _tensors(spec, rows, more=0, axis=1):  # with `more` samples or, where axis is 1, steps
    shape = isinstance(spec, tuple) and all(type(size) is int for size in spec)
    if isinstance(spec, dict):
        return {name: _tensors(each, rows, more, axis) for name, each in spec.items()}
    if isinstance(spec, (list, tuple)) and not shape:
        return type(spec)(_tensors(each, rows, more, axis) for each in spec)
    draw = np.random.default_rng(0).normal
    array = draw(size=(rows, *spec)).astype("float32") if shape else np.asarray(spec)
    if axis == 0 or array.ndim > 2 or array.ndim == 2 and array.dtype.kind in "biu":
        array = np.take(array, np.arange(array.shape[axis] + more) % array.shape[axis], axis)
    return ops.convert_to_tensor(array)
def _seconds(run, least=0.0):  # of the fastest call: what slows the others is not the layer
    best, end = np.inf, time.perf_counter() + least
    while best == np.inf or time.perf_counter() < end:
        start = time.perf_counter()
        tree.map_structure(ops.convert_to_numpy, run())  # waits for the result
        best = min(best, time.perf_counter() - start)
    return float(f"{best:.3g}")
def _tried(make):
    try:
        return make(), None
    except Exception as error:
        noise = r"\x1b\[\d*m|Exception encountered when .*|Arguments received by (.|\n)*"
        text = " ".join(re.sub(noise, "", str(error)).split())
        return None, f"{type(error).__name__}: {text[:160]}"
@contextlib.contextmanager
def _calls(owner, name):  # the modules that call it, and with what
    seen, real = [], getattr(owner, name)
    def noted(*args, **kwargs):
        seen.append((sys._getframe(1).f_globals["__name__"], args))
        return real(*args, **kwargs)
    with unittest.mock.patch.object(owner, name, noted):
        yield seen

def _graph(layer, call, traces, static=(), **options):  # f(*tensors), which notes its traces
    def step(*args, pure=False, **changing):
        traces.append(0)
        run = (lambda *args, **call: layer.stateless_call(*args, **call)[0]) if pure else layer
        return run(*args, **call, **changing)
    if BACKEND != "jax":
        return (NATIVE.compile(step) if BACKEND == "torch" else
                NATIVE.function(step, autograph=False, **options))
    kinds = layer.trainable_variables, layer.non_trainable_variables
    values = [[variable.value for variable in kind] for kind in kinds]
    pure = NATIVE.jit(functools.partial(step, pure=True), static_argnames=static)
    return functools.partial(pure, *values)
def _operations(layer, call, args):  # a word for each, and TensorFlow's graph or JAX's program
    if BACKEND == "torch":
        class Watch(NATIVE.overrides.TorchFunctionMode):
            def __torch_function__(self, function, types, args=(), kwargs=None):
                result = function(*args, **(kwargs or {}))
                size = _grown(tree.flatten((args, kwargs or {})), tree.flatten(result))
                words.append(f"{function.__name__} {getattr(result, 'dtype', '')}{size}")
                return result
        words = []
        with Watch():
            layer(*args, **call)
        return [word for word in words if not word.startswith("__get__")], None
    graph = _graph(layer, call, [])
    if BACKEND == "jax":
        program = graph.func.lower(*graph.args, *args)
        return re.findall(r"(?m)^ .* = .*$", program.as_text()), program
    graph = graph.get_concrete_function(*args).graph
    inner = [node for each in graph.as_graph_def().library.function for node in each.node_def]
    def word(node):
        double = NATIVE.float64.as_datatype_enum
        return node.op + " float64" * any(value.type == double for value in node.attr.values())
    return [*(word(op.node_def) + _grown(op.inputs, op.outputs) for op in graph.get_operations()),
            *map(word, inner)], graph
def _grown(given, made):  # how many tensors it joins, or how large one it makes of small ones
    def largest(tensors):
        sizes = [_tried(lambda: (int(np.prod(tuple(t.shape))), tuple(t.shape)))[0] for t in tensors
                 if hasattr(t, "shape")]
        return max(filter(None, sizes), default=(0, ()))
    (least, _), (size, shape), many = largest(given), largest(made), f" joins {len(given)}"
    return many * (len(given) > 15) + f" grows to {shape}" * (size >= max(2 ** 18, 16 * least))
def _flops(layer, call, args, graph):  # by the backend; TensorFlow counts a loop once
    if BACKEND == "jax":
        return int(graph.compile().cost_analysis().get("flops", 0))
    if BACKEND == "tensorflow":
        builder = NATIVE.compat.v1.profiler.ProfileOptionBuilder
        options = builder(builder.float_operation()).with_empty_output().build()
        return NATIVE.compat.v1.profiler.profile(graph, options=options).total_float_ops
    counter = importlib.import_module("torch.utils.flop_counter").FlopCounterMode(display=False)
    with counter:  # of products and convolutions only
        layer(*args, **call)
    return counter.get_total_flops()
def _kept(layer, call, args):  # bytes that wait for the gradient; TensorFlow doesn't tell
    if BACKEND == "jax":
        run = _graph(layer, call, [])
        kept = NATIVE.eval_shape(lambda *all: NATIVE.vjp(run.func, *all)[1], *run.args, *args)
        return sum(each.size * each.dtype.itemsize for each in NATIVE.tree.leaves(kept))
    kept, same = {}, lambda tensor: tensor
    def note(tensor):
        kept[tensor.untyped_storage().data_ptr()] = tensor.untyped_storage().nbytes()
        return tensor
    with NATIVE.autograd.graph.saved_tensors_hooks(note, same):
        layer(*args, **call)
    return sum(kept.values())

def _measured(layer, given, vary, jit, call):
    call = {**call, **{name: values[0] for name, values in vary.items()}}
    args, lengths, report, causes = given(), [given(more) for more in range(5)], Report(), {}
    def found(name, *said):
        causes.setdefault(name, CAUSES[name].format(*said))
    report["first call, s"] = _seconds(lambda: layer(*args, **call))
    maker = {"tensorflow": "function", "jax": "jit", "torch": "compile"}[BACKEND]
    rows = {"tensorflow": "map_fn", "jax": "lax.map", "torch": "vmap"}[BACKEND].split(".")
    with _calls(keras.Variable, "__init__") as variables, _calls(NATIVE, maker) as makers, \
            _calls(keras.Operation, "__call__") as inner, \
            _calls(functools.reduce(getattr, rows[:-1], NATIVE), rows[-1]) as maps:
        layer(*args, **call)
    if maps and BACKEND != "torch":
        found("loop", "each sample has a turn of its own in map")
    takers = [(id(given[0]), each) for _, (each, *given) in inner if given and each.variables]
    for (_, each), times in collections.Counter(takers).items():
        if times > 1:
            found("waste", f"{each.name} is called {times} times on the same tensor")
    for key, many in collections.Counter((key, type(each)) for key, each in {*takers}).items():
        if many > 7:
            found("loop", f"{many} layers {key[1].__name__} are called on the same tensor")
    if variables:
        found("new-state", f"a second call makes {len(variables)} new variables")
    if any(not module.startswith("keras.src.") for module, _ in makers):
        found("retracing", f"each call makes a graph of its own with {BACKEND}.{maker}")
    report["eager call, s"] = _seconds(lambda: layer(*args, **call), .2)
    stuck = _tried(lambda: [layer(*each, **call) for each in lengths])[1]  # some serve one length
    own = sum(getattr(layer, name).experimental_get_tracing_count()
              for kind in type(layer).__mro__ for name, value in vars(kind).items()
              if hasattr(value, "experimental_get_tracing_count"))
    if own >= 5:
        found("retracing", f"its own tf.function made {own} graphs for 5 lengths")
    looked, error = _tried(lambda: _operations(layer, call, args))
    words, graph = looked or ([error], None)
    host = {w.split()[0] for w in words if re.search("(?i)numpy|pyfunc|callback|__array__", w)}
    asked = [w for w in words if re.match("__(bool|float|int|index)__|item |tolist ", w)]
    if error and "singleton tf.Variables" in error:
        found("new-state", error)
    elif host:
        found("numpy", error or ", ".join(host))
    elif (error or asked) and not causes:
        found("eager-only", error or f"Python asks for a value by {asked[0]}")
    if double := [w for w in words if re.match("(?!const|cast|to |as_tensor).*float64", w.lower())]:
        found("float64", len(double), len(words))
    for axis, what in enumerate(["samples", "steps"]):
        n, *more = [_tried(lambda: len(_operations(layer, call, given(many, axis))[0]))[0] or 0
                    for many in (0, 16, 32)]
        if min(more[0] - n, more[1] - more[0]) >= 16:
            found("loop", f"{n} operations, {more[1]} with 32 more {what}")
    if any(re.match("Pack|Concat|stack|cat|.*concatenate", w or "")
           and (" joins " in w or w.count("%") > 16) for w in words):
        found("loop", "a loop makes more than 15 pieces, which one operation joins")
    large = r"(?i)(squared)?(sub|mul|add|real|diff|div|one_?hot|equal|pow|max|min).* grows to (.*)"
    if huge := next(filter(None, (re.match(large, w or "") for w in words)), None):
        found("waste", f"{huge[2]} makes a tensor {huge[3]} of small ones")
    report |= {"operations": None if error else len(words), "parameters": layer.count_params(),
               "FLOPs": _tried(lambda: _flops(layer, call, args, graph))[0],
               "kept for the gradient, bytes": _tried(lambda: _kept(layer, call, args))[0]}
    if not error and BACKEND != "torch":
        options = {"reduce_retracing": True} if BACKEND == "tensorflow" else {}  # as Keras does
        run = _graph(layer, call, traces := [], **options)
        report["trace, s"] = _seconds(lambda: run(*args))
        report["graph call, s"] = _seconds(lambda: run(*args), .2)
        failed = _tried(lambda: [run(*each) for each in lengths])[1]
        report["traces of 5 lengths"] = None if failed else len(traces)
        if failed and not stuck and not causes:
            found("retracing", f"each length needs a graph of its own: {failed}")
        for name, values in vary.items():
            rest = {key: value for key, value in call.items() if key != name}
            fixed = () if ops.is_tensor(values[0]) else name
            run = _graph(layer, rest, traces := [], fixed)
            for value in values:
                run(*args, **{name: value})
            if len(traces) >= max(len(values), 2):
                found("retracing", f"{len(values)} values of {name} made {len(traces)} graphs")
    if not (error or host) and jit and BACKEND != "jax":  # whose graphs are always compiled
        run = _graph(layer, call, [], **{"jit_compile": True} if BACKEND == "tensorflow" else {})
        _, failed = _tried(lambda: run(*args))
        report["jit call, s"] = None if failed else _seconds(lambda: run(*args), .2)
        if failed or not layer.supports_jit:
            found("jit-compile", failed or "the layer says supports_jit = False")
    return Report(report, causes=causes)
