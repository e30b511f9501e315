declare module 'punycode.js' {
  const punycode: {
    /** A domain in the letters that its owner chose: `xn--bcher-kva.example` -> `bücher.example`. Throws at what is none. */
    toUnicode: (domain: string) => string;
  };
  export default punycode;
}
