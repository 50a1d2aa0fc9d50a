import { __ } from '@wordpress/i18n';
import type { CustomerLink } from '../../../generated/schemas';

export function originWord( origin: CustomerLink[ 'origin' ] ): string {
	switch ( origin ) {
		case 'customer_remembered':
			return __( 'Known from an earlier order', 'orderinvoicer' );
		case 'customer_by_siret':
			return __( 'Found by SIRET', 'orderinvoicer' );
		case 'customer_by_reference':
			return __( 'Found by the reference of this shop', 'orderinvoicer' );
		case 'customer_by_email':
			return __( 'Found by e-mail address', 'orderinvoicer' );
		case 'customer_created':
			return __( 'Created', 'orderinvoicer' );
		case 'chosen':
			return __( 'Chosen by a person', 'orderinvoicer' );
		case 'unknown':
			return __( 'Not noted at the time', 'orderinvoicer' );
	}
}
