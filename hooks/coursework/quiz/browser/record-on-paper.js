/**
 * On the progress page: a record on paper, in the place of all else for as long as it is printed.
 *
 * @typedef {{title: string, count: string, objectives: [text: string, right: string][]}} Part what is said of a quiz
 */
import {button, fill, inWords, make} from "./elements.js"
import {words as all} from "./progress-words.js"
import {today} from "./store.js"

const words = all.progress.record

/**
 * @param {HTMLElement} page
 * @param {Part[]} quizzes
 * @param {() => void} done
 */
export function printRecord(page, quizzes, done) {
  const title = Object.assign(make("h2", "record__title", words.title), {tabIndex: -1})
  const others = [...page.children].filter(part => part instanceof HTMLElement && !part.hidden)
  const record = make("section", "record", title, make("p", "record__note", words.note),
    make("p", "record__name", words.name, " ", make("span", "record__line")),
    make("p", "record__date", fill(words.date, {day: inWords(today())})),
    make("p", "record__course", fill(words.course, {address: new URL("../../", import.meta.url).href})),
    ...quizzes.flatMap(({title, count, objectives}) => [
      make("h3", "record__quiz", title),
      make("p", "record__count", count),
      make("ul", "record__objectives", ...objectives.map(([text, right]) =>
        make("li", "record__objective", `${text}: `, make("b", "", right)))),
    ]),
    button("record__back", words.back, () => back()))
  const back = () => {
    removeEventListener("afterprint", back)
    record.remove()
    for (const part of others) part.toggleAttribute("hidden", false)
    done()
  }
  for (const part of others) part.toggleAttribute("hidden", true)
  page.append(record)
  title.focus()
  addEventListener("afterprint", back)
  window.print()
}
