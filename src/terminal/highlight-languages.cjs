// The languages that cards show. highlight.js has 191: loading all of them takes longer than everything else together.
const hljs = require('highlight.js/lib/core');

const languages = {
  bash: require('highlight.js/lib/languages/bash'),
  dockerfile: require('highlight.js/lib/languages/dockerfile'),
  javascript: require('highlight.js/lib/languages/javascript'),
  json: require('highlight.js/lib/languages/json'),
  python: require('highlight.js/lib/languages/python'),
  sql: require('highlight.js/lib/languages/sql'),
  typescript: require('highlight.js/lib/languages/typescript'),
  xml: require('highlight.js/lib/languages/xml'),
  yaml: require('highlight.js/lib/languages/yaml'),
};

for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);

module.exports = hljs;
