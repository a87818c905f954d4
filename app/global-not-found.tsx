export default function N() { return <html lang="en"><body data-document><main data-status="404">none</main></body></html>; }
