import { Message } from '../../../../components/Message';
import type { Settings, Shop } from '../../../../generated/schemas';
import { KINDS } from '../../../settings/kinds';
import { conflictsOf } from '../../documents/conflicts';
import { stepHref } from '../steps';
import { Missing } from './Missing';

type WhatStopsProps = {
	settings: Settings;
	shop: Shop;
	hasV1: boolean | null;
};

/** What would not work, or stop orders, as it is chosen. */
export function WhatStops( { settings, shop, hasV1 }: WhatStopsProps ) {
	const warnings = KINDS.flatMap( ( kind ) =>
		conflictsOf( kind, settings, hasV1 )
	);
	return (
		<>
			{ [ ...new Set( warnings ) ].map( ( text ) => (
				<Message key={ text } status="warning">
					<p>{ text }</p>
				</Message>
			) ) }
			<Missing
				settings={ settings }
				shop={ shop }
				hrefOf={ () => stepHref( 'taxes' ) }
			/>
		</>
	);
}
