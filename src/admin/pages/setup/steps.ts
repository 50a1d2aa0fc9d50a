import { __ } from '@wordpress/i18n';
import * as z from 'zod/mini';

/** `done`: all is on; it has no number. */
const PlaceSchema = z.enum( [ 'connect', 'shop', 'taxes', 'check', 'done' ] );

export type Step = z.infer< typeof PlaceSchema >;

export const STEPS: readonly Step[] = PlaceSchema.options.filter(
	( step ) => step !== 'done'
);

/** Names that steps had: they stand in bookmarks, and browsers remember them. */
const FORMER: Partial< Record< string, Step > > = {
	documents: 'shop',
	payments: 'taxes',
	finish: 'done',
};

/** Null where it is unknown: the page then begins where the shop stands. */
export const stepOf = ( name = '' ): Step | null =>
	FORMER[ name ] ?? z.safeParse( PlaceSchema, name ).data ?? null;

export const stepHref = ( step: Step ): string => `#/setup/${ step }`;

export const stepNumber = ( step: Step ): number =>
	PlaceSchema.options.indexOf( step ) + 1;

export const stepBefore = ( step: Step ): Step | null =>
	PlaceSchema.options[ stepNumber( step ) - 2 ] ?? null;

export function stepWord( step: Step ): string {
	switch ( step ) {
		case 'connect':
			return __( 'Connection', 'orderinvoicer' );
		case 'shop':
			return __( 'Your shop', 'orderinvoicer' );
		case 'taxes':
			return __( 'VAT and payments', 'orderinvoicer' );
		default:
			return __( 'Trial', 'orderinvoicer' );
	}
}
