import { __ } from '@wordpress/i18n';
import { Section } from '../../../../components/Section';

/** What happens to customers, before anybody wonders. */
export function MatchingSection() {
	return (
		<Section title={ __( 'How customers are matched', 'orderinvoicer' ) }>
			<ol className="orderinvoicer-steps">
				<li>
					{ __(
						'A shopper who bought before is the same customer at Sellsy as before.',
						'orderinvoicer'
					) }
				</li>
				<li>
					{ __(
						'Otherwise Sellsy is searched: by SIRET, by the reference of this shop, then by e-mail address.',
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
						'Several fit, or the only one that you have is a company where the order names a person, a person where it names a company: the order waits until you choose. Customers are never merged on a guess.',
						'orderinvoicer'
					) }
				</li>
			</ol>
		</Section>
	);
}
