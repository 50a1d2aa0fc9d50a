/** An API access ("client") of the Sellsy account. Scopes are ticked on the client, never asked for per request. */
export interface Client {
	id: string;
	secret: string;
	kind: 'personal' | 'private';
	/** The person a personal access acts as. */
	staff_id: number;
	scopes: string[];
	revoked: boolean;
}

const READ_ONLY = [
	'accounts.read',
	'staffs.read',
	'taxes.read',
	'companies.read',
	'individuals.read',
	'invoices.read',
];

/** Every scope that an operation of the contract needs, and the old API's; `sandbox-modern` has all but that one. */
export function seedClients( allScopes: readonly string[] ): Client[] {
	return [
		client( 'sandbox-client', 'sandbox-secret', 'personal', allScopes ),
		client(
			'sandbox-readonly',
			'sandbox-readonly-secret',
			'personal',
			READ_ONLY
		),
		client(
			'sandbox-modern',
			'sandbox-modern-secret',
			'personal',
			allScopes.filter( ( scope ) => scope !== 'api-v1' )
		),
		client(
			'sandbox-private',
			'sandbox-private-secret',
			'private',
			allScopes
		),
	];
}

function client(
	id: string,
	secret: string,
	kind: Client[ 'kind' ],
	scopes: readonly string[]
): Client {
	return {
		id,
		secret,
		kind,
		staff_id: 1,
		scopes: [ ...scopes ],
		revoked: false,
	};
}
