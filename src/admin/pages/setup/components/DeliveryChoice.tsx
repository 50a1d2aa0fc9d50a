import { __ } from '@wordpress/i18n';
import { RadioField } from '../../../../components/fields';
import { Section } from '../../../../components/Section';
import { type Way, wayOf } from '../../../settings/delivery';
import type { Plan } from '../plan';

type DeliveryChoiceProps = Pick< Plan, 'settings' | 'shop' > & {
	onChange: ( way: Way ) => void;
};

type Option = { value: Way; label: string; description: string };

/** Without an e-mail that leads to the order, a guest never gets an invoice. */
export function DeliveryChoice( {
	settings,
	shop,
	onChange,
}: DeliveryChoiceProps ) {
	const label = __( 'How do your customers get theirs?', 'orderinvoicer' );
	const way = wayOf( settings );
	const isDraft = settings.invoice.finalise !== 'at_once';
	const own = shop.emails.find(
		( { kind, enabled } ) => kind === 'invoice' && ! enabled
	);
	return (
		<Section title={ label }>
			<RadioField< Way >
				label={ label }
				hideLabelFromVision
				value={ way }
				options={ options( way, isDraft ) }
				onChange={ onChange }
			/>
			{ isDraft && way !== 'pdf' && (
				<p>
					{ __(
						'As a PDF they cannot go: the order e-mails leave before you have made the invoice final.',
						'orderinvoicer'
					) }
				</p>
			) }
			{ isDraft && way !== 'none' && (
				<p>
					{ way === 'link'
						? __(
								'Your invoices begin as drafts, and nobody gets a draft: the e-mail of the order says that the invoice follows, and its link leads to the order. Your customer finds the invoice there as soon as you have made it final in Sellsy.',
								'orderinvoicer'
							)
						: __(
								'Your invoices begin as drafts, and nobody gets a draft: your customers get each one once you have made it final in Sellsy.',
								'orderinvoicer'
							) }
				</p>
			) }
			{ own && way !== 'sellsy' && (
				<p>
					{ __(
						'An e-mail of its own can also tell them as soon as an invoice is final.',
						'orderinvoicer'
					) }{ ' ' }
					<a href={ own.url } target="_blank" rel="noreferrer">
						{ __(
							'Switch on “Your invoice is available” in WooCommerce (opens in a new tab)',
							'orderinvoicer'
						) }
					</a>
				</p>
			) }
		</Section>
	);
}

/** What nobody recommends is offered where it is chosen already. */
const options = ( way: Way, isDraft: boolean ): Option[] => [
	{
		value: 'link',
		label: __(
			'By a link in WooCommerce’s order e-mails (recommended)',
			'orderinvoicer'
		),
		description: __(
			'Guests too: the link leads to their order, where they download their invoices and credit notes.',
			'orderinvoicer'
		),
	},
	...( ! isDraft || way === 'pdf'
		? [
				{
					value: 'pdf' as const,
					label: __(
						'As a PDF with WooCommerce’s order e-mails',
						'orderinvoicer'
					),
					description: __(
						'These e-mails wait for the invoice, ten minutes at most, then they leave with the link.',
						'orderinvoicer'
					),
				},
			]
		: [] ),
	{
		value: 'sellsy',
		label: __( 'Sellsy e-mails them', 'orderinvoicer' ),
		description: __(
			'With the template of your Sellsy account, once the document is final.',
			'orderinvoicer'
		),
	},
	...( way === 'page'
		? [
				{
					value: 'page' as const,
					label: __(
						'On the pages of the shop alone',
						'orderinvoicer'
					),
					description: __(
						'In My account and on the confirmation page. No e-mail leads a guest there.',
						'orderinvoicer'
					),
				},
			]
		: [] ),
	{
		value: 'none',
		label: __( 'Nothing from the shop', 'orderinvoicer' ),
		description: __( 'You send the documents yourself.', 'orderinvoicer' ),
	},
];
