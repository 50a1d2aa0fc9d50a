import { listOf, textOf } from '../../contract/json.ts';
import type { Json, JsonObject } from '../../contract/json.ts';
import type { Query } from '../paging.ts';
import { thirdsOf } from '../state.ts';
import type { SellsyDocument, ThirdKind } from '../state.ts';
import type { World } from '../world.ts';
import { documentView } from './document-views.ts';

/**
 * What is asked for with `embed[]`, of what a document names: as it is now, not as it was when the document was made.
 */
export function embedded(
	document: SellsyDocument,
	query: Query,
	world: World
): JsonObject {
	const named = objectsOf( document, world );
	const isAnswered = world.options.embedded_objects === 'now';
	const wanted = listOf( isAnswered ? query[ 'embed' ] : [] )
		.map( textOf )
		.filter( ( name ) => named[ name ] !== undefined );
	return wanted.length === 0
		? {}
		: {
				_embed: Object.fromEntries(
					wanted.map( ( name ) => [ name, named[ name ] ?? null ] )
				),
			};
}

/** An address that is not there is left out: the document does not let it be null. */
function objectsOf(
	document: SellsyDocument,
	world: World
): Record< string, Json | undefined > {
	const view = documentView( document, world );
	// Null where another kind is named; estimates leave it out.
	const nobody = document.kind === 'estimate' ? undefined : null;
	const third = ( kind: ThirdKind ) =>
		document.third.type === kind
			? ( thirdsOf( world.state, kind ).get( document.third.id ) ??
				nobody )
			: nobody;
	const address = ( field: string ) =>
		world.state.addresses.get( Number( view[ field ] ) )?.address;
	return {
		company: third( 'company' ),
		individual: third( 'individual' ),
		invoicing_address: address( 'invoicing_address_id' ),
		delivery_address: address( 'delivery_address_id' ),
	};
}
