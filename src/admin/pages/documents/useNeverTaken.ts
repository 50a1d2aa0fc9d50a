import { useEffect, useState } from '@wordpress/element';
import { isUnasked } from '../../settings/ruleConditions';
import type { Rule } from './rules';

/** Told a moment after the page is seen; what could not be fetched is not told. */
export function useNeverTaken( rules: Rule[], saved: Rule[] ): number[] {
	const [ never, setNever ] = useState< number[] >( [] );
	useEffect( () => {
		let isWanted = rules.length > 0;
		if ( isWanted ) {
			import( /* webpackChunkName: "rule-notes" */ './never' ).then(
				( { neverTaken } ) =>
					isWanted &&
					setNever(
						neverTaken(
							rules.filter(
								( rule ) => ! isUnasked( rule, saved )
							)
						)
					),
				() => undefined
			);
		}
		return () => {
			isWanted = false;
		};
	}, [ rules, saved ] );
	return rules.length > 0 ? never : [];
}
