import { ExternalLink } from '@wordpress/components';
import { createInterpolateElement } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Overview } from '../../../../generated/schemas';
import { Ago } from './Ago';

type LastDocumentProps = {
	document: NonNullable< Overview[ 'last_document' ] >;
	at: number;
};

export function LastDocument( { document, at }: LastDocumentProps ) {
	const { name, url, order, made_at: madeAt } = document;
	return (
		<p>
			{ createInterpolateElement(
				/*
				 * translators: <document/>: such as "Invoice F-1"; <order/>: its number; <ago/>: such as "5 minutes
				 * ago".
				 */
				__(
					'Last document: <document/> for order <order/>, <ago/>.',
					'orderinvoicer'
				),
				{
					document: (
						<ExternalLink href={ url }>{ name }</ExternalLink>
					),
					order: order.edit_url ? (
						<a href={ order.edit_url }>{ order.number }</a>
					) : (
						<>{ order.number }</>
					),
					ago: <Ago time={ madeAt } at={ at } />,
				}
			) }
		</p>
	);
}
