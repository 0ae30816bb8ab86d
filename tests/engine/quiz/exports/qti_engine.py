"""A small delivery engine of QTI 2.1, as its specification defines the expressions: it marks a response to an item."""

from __future__ import annotations

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"


def answered(item, **responses):
    """The mark of an item, and the identifiers of what is shown; `responses` are values or lists by their identifiers.

    None is no answer. What the specification has as NULL is None here, or an empty list.
    """
    values = {each.get("identifier"): None for each in item.iter(f"{QTI}responseDeclaration")}
    for each in item.iter(f"{QTI}outcomeDeclaration"):
        default = each.findtext(f"{QTI}defaultValue/{QTI}value")
        values[each.get("identifier")] = float(default) if default else None
    assert set(responses) <= set(values), "there is no such response"
    values |= responses
    for rule in item.find(f"{QTI}responseProcessing"):
        _run(rule, item, values)
    said = {each.get("identifier") for each in item.iter(f"{QTI}modalFeedback")}
    return values["SCORE"], {each for each in values["FEEDBACK"] or () if each in said}


def right_of(item):
    """The responses that an item says are right, by their identifiers."""
    responses = {}
    for each in item.iter(f"{QTI}responseDeclaration"):
        found = [_read(value.text, each.get("baseType")) for value in each.iterfind(f"{QTI}correctResponse/{QTI}value")]
        responses[each.get("identifier")] = found[0] if each.get("cardinality") == "single" else found
    return responses


def _read(text, base):
    return float(text) if base == "float" else text


def _run(rule, item, values):
    if rule.tag == f"{QTI}setOutcomeValue":
        values[rule.get("identifier")] = _value(rule[0], item, values)
        return
    assert rule.tag == f"{QTI}responseCondition"
    for branch in rule:
        condition, rules = (None, branch) if branch.tag == f"{QTI}responseElse" else (branch[0], branch[1:])
        if condition is None or _value(condition, item, values) is True:
            for each in rules:
                _run(each, item, values)
            return


def _value(expression, item, values):
    name = expression.tag.removeprefix(QTI)
    id = expression.get("identifier")
    if name == "variable":
        return values[id]
    if name == "correct":
        return right_of(item)[id]
    if name == "mapResponse":
        return _mapped(item, id, values)
    if name == "baseValue":
        return _read(expression.text, expression.get("baseType"))
    parts = [_value(each, item, values) for each in expression]
    if name == "multiple":
        flat = [value for part in parts for value in (part if isinstance(part, list) else [part])]
        return [value for value in flat if value is not None] or None
    if any(part is None or part == [] for part in parts):
        return None
    match name:
        case "match":
            ordered = any(each.get("cardinality") == "ordered" for each in item.iter(f"{QTI}responseDeclaration"))
            is_set = isinstance(parts[0], list) and not ordered
            return sorted(parts[0]) == sorted(parts[1]) if is_set else parts[0] == parts[1]
        case "equal":
            off = [float(each) for each in expression.get("tolerance", "0 0").split()]
            return parts[1] - off[0] <= parts[0] <= parts[1] + off[1]
        case "stringMatch" if expression.get("caseSensitive") == "false":
            return parts[0].lower() == parts[1].lower()
        case "stringMatch":
            return parts[0] == parts[1]
        case "member":
            return parts[0] in parts[1]
        case "index":
            at = int(expression.get("n"))
            return parts[0][at - 1] if at <= len(parts[0]) else None
        case "and":
            return all(parts)
        case "sum":
            return sum(parts)
        case "divide":
            return parts[0] / parts[1]
        case "gte":
            return parts[0] >= parts[1]
    raise AssertionError(f"no such expression: {name}")


def _mapped(item, id, values):
    mapping = item.find(f"{QTI}responseDeclaration[@identifier='{id}']/{QTI}mapping")
    response = values[id]
    given = response if isinstance(response, list) else [] if response is None else [response]
    total = sum(_worth(mapping, each) for each in dict.fromkeys(given))
    return max(total, float(mapping.get("lowerBound", total)))


def _worth(mapping, value):
    for entry in mapping:
        is_same = entry.get("mapKey") == value
        if is_same or (entry.get("caseSensitive") == "false" and entry.get("mapKey").lower() == value.lower()):
            return float(entry.get("mappedValue"))
    return float(mapping.get("defaultValue"))
