import type { Problem } from '../contract/problems.ts';
import type { JsonObject } from '../contract/json.ts';

/** An answer in Sellsy's error envelope. `details` names fields. */
export class SellsyError extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly details: Record< string, string > = {},
		readonly context: string | null = null
	) {
		super( message );
	}

	envelope(): JsonObject {
		return {
			error: {
				code: this.status,
				message: this.message,
				context: this.context,
				details:
					Object.keys( this.details ).length > 0 ? this.details : [],
			},
		};
	}
}

export function invalid( details: Record< string, string > ): SellsyError {
	return new SellsyError(
		400,
		'Le contenu de la requête est invalide',
		details
	);
}

export function invalidRequest( problems: readonly Problem[] ): SellsyError {
	return invalid(
		Object.fromEntries(
			problems.map( ( { field, message } ) => [ field, message ] )
		)
	);
}

export function notFound(): SellsyError {
	return new SellsyError( 404, 'Not Found' );
}
