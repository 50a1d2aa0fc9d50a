/** What is said below a rule. */
import { __ } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';

export const Taken = ( { text }: { text: string } ) =>
	text === '' ? null : <p className="orderinvoicer-muted">{ text }</p>;

export const Never = () => (
	<Message status="warning">
		<p>
			{ __(
				'This never happens: the rules above take all of these orders.',
				'orderinvoicer'
			) }
		</p>
	</Message>
);
