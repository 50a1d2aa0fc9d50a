import type { JsonObject, Json } from '../../contract/json.ts';
import { textOf } from '../../contract/json.ts';
import { invalid } from '../errors.ts';
import type { World } from '../world.ts';

/**
 * Sellsy refuses a customer's or contact's e-mail that belongs to one of the account's own people, whatever its case.
 *
 * @throws SellsyError 400 with `details.email`.
 */
export function checkEmail(
	email: Json | undefined,
	self: number,
	world: World
): void {
	const address = textOf( email ).toLowerCase();
	if ( address === '' ) {
		return;
	}
	if (
		world.state.reference.staffs.some(
			( staff ) => staff.email.toLowerCase() === address
		)
	) {
		throw invalid( {
			email: "Cette adresse email est déjà utilisée sur l'un de vos collaborateurs",
		} );
	}
	const others = [
		...world.state.companies.values(),
		...world.state.individuals.values(),
	];
	const isTaken = others.some(
		( third ) =>
			third.id !== self && textOf( third.email ).toLowerCase() === address
	);
	if ( isTaken && world.options.duplicate_emails === 'refuse' ) {
		throw invalid( { email: 'Cette adresse email est déjà utilisée.' } );
	}
}

/** @throws SellsyError 400 naming the field whose id does not exist in the account. */
export function checkReferences( body: JsonObject, world: World ): void {
	const { staffs, rate_categories } = world.state.reference;
	const details: Record< string, string > = {};
	const owner = body[ 'owner_id' ];
	if (
		typeof owner === 'number' &&
		! staffs.some(
			( staff ) => staff.id === owner && staff.status === 'ok'
		)
	) {
		details[ 'owner_id' ] = 'Ce collaborateur est introuvable.';
	}
	const category = body[ 'rate_category_id' ];
	if (
		typeof category === 'number' &&
		! rate_categories.some( ( { id } ) => id === category )
	) {
		details[ 'rate_category_id' ] =
			'Cette catégorie tarifaire est introuvable.';
	}
	if ( Object.keys( details ).length > 0 ) {
		throw invalid( details );
	}
}
