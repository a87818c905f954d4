const missing = () => Response.json({ error: "There is nothing at this address." }, { status: 404 });

export { missing as GET, missing as POST, missing as PUT, missing as PATCH, missing as DELETE };
