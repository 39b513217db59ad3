// The whole book on one page: a button that prints it.
const button = document.querySelector('.print-button')
if (button) button.onclick = () => print()
