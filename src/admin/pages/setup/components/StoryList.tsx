import { __ } from '@wordpress/i18n';
import { kindWord } from '../../../settings/kinds';
import type { Story } from '../words';

type StoryListProps = { stories: Story[]; hasPayments: boolean };

/** The documents in the order in which an order becomes them. */
export function StoryList( { stories, hasPayments }: StoryListProps ) {
	return (
		<ol className="orderinvoicer-story">
			{ stories.map( ( { kind, lines } ) => (
				<li key={ kind }>
					<strong>{ kindWord( kind ) }</strong>
					{ lines.map( ( line ) => (
						<p key={ line }>{ line }</p>
					) ) }
				</li>
			) ) }
			{ hasPayments && (
				<li>
					<strong>{ __( 'Payments', 'orderinvoicer' ) }</strong>
					<p>
						{ __(
							'Money that was received is recorded on its invoice, with its day.',
							'orderinvoicer'
						) }
					</p>
				</li>
			) }
		</ol>
	);
}
