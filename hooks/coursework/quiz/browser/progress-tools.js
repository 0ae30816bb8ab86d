/**
 * What a reader can do with the record: save it to a file, load one, print it, erase it. Each result is spoken through
 * role=status; nothing is sent anywhere.
 */
import {download} from "./download.js"
import {button, fill, make, spoken} from "./elements.js"
import {words as all} from "./progress-words.js"
import {printRecord} from "./record-on-paper.js"
import {readCourse} from "./record.js"
import {ProgressFileError, eraseCourse, exportCourse, importCourse} from "./record-file.js"
import {today} from "./store.js"

const MOST_BYTES = 5_000_000
const {progress: words} = all
const texts = words.tools

/**
 * @param {HTMLElement} page
 * @param {string} course
 * @param {() => void} changed called when what is kept has changed
 * @param {() => import("./record-on-paper.js").Part[]} parts what is printed
 * @returns {Node[]}
 */
export function progressTools(page, course, changed, parts) {
  const status = spoken("p", "progress__status")
  /** @param {string} text */
  const say = text => { status.textContent = text }
  const saving = () => say(save(course))
  const print = button("progress__print", texts.print, () => printRecord(page, parts(), () => print.focus()))
  return [
    make("p", "progress__note", texts.kept),
    make("p", "progress__buttons", button("progress__save", texts.save, saving), " ", print),
    loading(course, changed, say),
    erasing(course, changed, say, saving),
    status,
  ]
}

/** A file among the reader's downloads. @param {string} course */
function save(course) {
  const {unreadable: _, newer: __, refused, ...sections} = readCourse(course)
  if (refused || !Object.values(sections).some(section => Object.keys(section).length)) return texts.nothing
  const name = `${course}-progress-${today()}.json`
  download(name, "application/json", exportCourse(course))
  return fill(texts.saved, {name})
}

/** @param {string} course @param {() => void} changed @param {(text: string) => void} say */
function loading(course, changed, say) {
  const field = make("input", "progress__file")
  Object.assign(field, {type: "file", accept: ".json,application/json", id: "progress-file"})
  const label = Object.assign(make("label", "progress__label", texts.load), {htmlFor: field.id})
  field.addEventListener("change", async () => {
    const file = field.files?.[0]
    if (!file) return
    say(await load(course, file))
    // The same file can be chosen again.
    field.value = ""
    changed()
  })
  return make("p", "progress__load", label, " ", field)
}

/** @param {string} course @param {File} file */
async function load(course, file) {
  try {
    if (file.size > MOST_BYTES) throw new ProgressFileError("large")
    return fill(texts.loaded, importCourse(course, await file.text()))
  } catch (fault) {
    return words.file[fault instanceof ProgressFileError ? fault.reason : "unread"]
  }
}

/**
 * Asks once, in the page, and offers the file first.
 * @param {string} course @param {() => void} changed @param {(text: string) => void} say @param {() => void} saving
 */
function erasing(course, changed, say, saving) {
  const question = Object.assign(make("p", "progress__ask", texts.ask), {id: "progress-ask"})
  const first = button("progress__save-first", texts["save-first"], saving)
  const sure = make("div", "progress__sure", question, first, " ",
    button("progress__erase-now", texts["erase-now"], () => {
      close()
      say(eraseCourse(course) ? texts.erased : texts["not-erased"])
      changed()
    }), " ",
    button("progress__keep", texts.keep, () => close()))
  sure.setAttribute("role", "group")
  sure.setAttribute("aria-labelledby", question.id)
  sure.hidden = true
  const erase = button("progress__erase", texts.erase, () => {
    say("")
    sure.hidden = false
    erase.setAttribute("aria-expanded", "true")
    first.focus()
  })
  erase.setAttribute("aria-expanded", "false")
  function close() {
    sure.hidden = true
    erase.setAttribute("aria-expanded", "false")
    erase.focus()
  }
  return make("div", "progress__erasing", make("p", "progress__buttons", erase), sure)
}
