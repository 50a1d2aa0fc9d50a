import { hrefOf } from '../../useRoute';

const NAME = 'preview';

/** A preview has an address: going back closes it. */
export const hrefOfPreview = ( id: string ): string =>
	`${ hrefOf( 'emails' ) }?${ new URLSearchParams( { [ NAME ]: id } ).toString() }`;

/** Null: none is open. */
export const previewOf = ( query: string ): string | null =>
	new URLSearchParams( query ).get( NAME );
