import { useState } from '@wordpress/element';
import { _n, sprintf } from '@wordpress/i18n';
import { formatCount } from '../../../../i18n/format';

export type Match = {
	key: string;
	name: string;
	detail?: string;
	/** The select, with what is proposed. */
	choice: React.ReactNode;
	/** Nobody needs to look at it. */
	isSure: boolean;
};

/**
 * What is sure is folded; the rest is shown to be chosen. As it was when they appeared: a row never moves while
 * somebody works on it.
 */
export function Matches( { matches }: { matches: Match[] } ) {
	const [ unsure ] = useState( () =>
		matches.filter( ( { isSure } ) => ! isSure ).map( ( { key } ) => key )
	);
	const isShown = ( { key }: Match ) => unsure.includes( key );
	const sure = matches.filter( ( match ) => ! isShown( match ) );
	return (
		<>
			<List matches={ matches.filter( isShown ) } />
			{ sure.length > 0 && (
				<details className="orderinvoicer-matches__sure">
					<summary>
						{ sprintf(
							/* translators: %s: number of tax rates or ways to pay. */
							_n(
								'%s sure match',
								'%s sure matches',
								sure.length,
								'orderinvoicer'
							),
							formatCount( sure.length )
						) }
						<span className="orderinvoicer-muted">
							{ sure
								.map( ( { name } ) => ` · ${ name }` )
								.join( '' ) }
						</span>
					</summary>
					<List matches={ sure } />
				</details>
			) }
		</>
	);
}

const List = ( { matches }: { matches: Match[] } ) =>
	matches.length > 0 && (
		<ul className="orderinvoicer-matches">
			{ matches.map( ( { key, name, detail, choice } ) => (
				<li key={ key } className="orderinvoicer-mapping__row">
					<div>
						<strong>{ name }</strong>
						{ detail && (
							<p className="orderinvoicer-muted">{ detail }</p>
						) }
					</div>
					{ choice }
				</li>
			) ) }
		</ul>
	);
