import { __, _n, sprintf } from '@wordpress/i18n';
import { Message } from '../../components/Message';
import { formatCount } from '../../i18n/format';
import type { Doctor } from '../../generated/schemas';

type MissingRightsProps = Doctor[ 'rights' ] & { connectionHref: string };

/** What is missing comes first: orders may wait for it. */
export function MissingRights( {
	missing,
	others,
	connectionHref,
}: MissingRightsProps ) {
	if ( missing.length + others.length === 0 ) {
		return null;
	}
	return (
		<Message status={ missing.length > 0 ? 'warning' : 'info' }>
			{ missing.length > 0 && (
				<>
					<p>
						<strong>
							{ sprintf(
								/* translators: %s: number of rights. */
								_n(
									'This access, or its person in Sellsy, lacks %s right. Orders that need it wait:',
									'This access, or its person in Sellsy, lacks %s rights. Orders that need them wait:',
									missing.length,
									'orderinvoicer'
								),
								formatCount( missing.length )
							) }
						</strong>
					</p>
					<Listed words={ missing } />
				</>
			) }
			{ others.length > 0 && (
				<>
					<p>
						{ __(
							'This is missing too, and no order waits for it:',
							'orderinvoicer'
						) }
					</p>
					<Listed words={ others } />
				</>
			) }
			<p>
				{ __(
					'Give them in Sellsy, test the connection, then try again.',
					'orderinvoicer'
				) }{ ' ' }
				<a href={ connectionHref }>
					{ __( 'To the connection', 'orderinvoicer' ) }
				</a>
			</p>
		</Message>
	);
}

const Listed = ( { words }: { words: string[] } ) => (
	<ul className="orderinvoicer-list">
		{ words.map( ( word ) => (
			<li key={ word }>{ word }</li>
		) ) }
	</ul>
);
