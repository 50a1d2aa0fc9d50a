import { __ } from '@wordpress/i18n';
import { Section } from '../../../../components/Section';

/** What happens to customers, before anybody wonders. */
export function MatchingSection() {
	return (
		<Section title={ __( 'How customers are matched', 'orderinvoicer' ) }>
			<ol className="orderinvoicer-steps">
				<li>
					{ __(
						'A document names the buyer of its order. A buyer who ordered before under the same name stays the same Sellsy customer.',
						'orderinvoicer'
					) }
				</li>
				<li>
					{ __(
						'Otherwise Sellsy is searched: by SIRET, by the reference of this shop, by e-mail address, and for companies among the contacts. Legal numbers count first, then names.',
						'orderinvoicer'
					) }
				</li>
				<li>
					{ __(
						'Exactly one fits: it is used. A new address or contact person is added to it and a prospect becomes a client; what stands there changes only where it is blank or still says what the order said before. Nobody fits: the customer is created.',
						'orderinvoicer'
					) }
				</li>
				<li>
					{ __(
						'Several fit, or the order is for a company and your own client of this e-mail address is a person, or the order is for a person and your client is a company: the order waits until you choose. Customers are never merged on a guess.',
						'orderinvoicer'
					) }
				</li>
			</ol>
		</Section>
	);
}
