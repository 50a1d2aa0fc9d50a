import { __ } from '@wordpress/i18n';
import type { SentenceProps } from '../types';
import { More, Sentence } from './Sentence';

export const Found = ( { form }: SentenceProps ) => (
	<Sentence
		title={ __( 'Customers and products', 'orderinvoicer' ) }
		effect={
			<More tab="products">
				{ __( 'See the products', 'orderinvoicer' ) }
			</More>
		}
	>
		{ form.value.items.create
			? __(
					'They are found in Sellsy, or else created.',
					'orderinvoicer'
				)
			: __(
					'Customers are found in Sellsy, or else created. Products that Sellsy lacks stay plain lines.',
					'orderinvoicer'
				) }
	</Sentence>
);
