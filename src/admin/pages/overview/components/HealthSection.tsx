import { Icon } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { formatCount } from '../../../../i18n/format';
import { withColon } from '../../../../i18n/labels';
import type { Overview } from '../../../../generated/schemas';
import { LoopbackTestButton } from '../../../status/LoopbackTestButton';
import type { ConnectionModel } from '../../connection/useConnection';
import { healthFacts } from '../health';
import type { Fact } from '../types';
import type { OverviewModel } from '../useOverview';
import { AskSellsy } from './AskSellsy';
import { type Level, LEVEL_ICONS, levelWord } from './levels';

type HealthSectionProps = {
	data: Overview;
	at: number;
	model: OverviewModel;
	connection: ConnectionModel;
};

/** One line that unfolds; by itself where something is to be done about it. */
export function HealthSection( { data, at, ...models }: HealthSectionProps ) {
	const [ isOpen, setOpen ] = useState< boolean | null >( null );
	const facts = healthFacts( data, at );
	const wrong = facts.filter( ( { level } ) => isWrong( level ) );
	const worst = [ ...wrong ].sort( errorFirst )[ 0 ]?.level ?? 'good';
	return (
		<details
			className={ `orderinvoicer-health__line is-${ worst }` }
			aria-label={ __( 'Health', 'orderinvoicer' ) }
			open={ isOpen ?? wrong.length > 0 }
			onToggle={ ( { currentTarget: details } ) => {
				if ( details.open !== ( isOpen ?? wrong.length > 0 ) ) {
					setOpen( details.open );
				}
			} }
		>
			<summary>
				<Icon icon={ LEVEL_ICONS[ worst ] } size={ 20 } />
				{ lineOf( wrong.length ) }
			</summary>
			<ul className="orderinvoicer-health">
				{ facts.map( ( fact ) => (
					<li key={ fact.name } className={ `is-${ fact.level }` }>
						<Icon icon={ LEVEL_ICONS[ fact.level ] } size={ 20 } />
						<div>
							<span className="screen-reader-text">
								{ withColon( levelWord( fact.level ) ) }{ ' ' }
							</span>
							<strong>
								{ fact.href === undefined ? (
									fact.title
								) : (
									<a href={ fact.href }>{ fact.title }</a>
								) }
							</strong>
							{ fact.detail && (
								<p className="orderinvoicer-muted">
									{ fact.detail }
								</p>
							) }
							<FactAction fact={ fact } { ...models } />
						</div>
					</li>
				) ) }
			</ul>
		</details>
	);
}

const isWrong = ( level: Level ): boolean =>
	level === 'error' || level === 'warning';

const errorFirst = ( a: Fact, b: Fact ): number =>
	Number( b.level === 'error' ) - Number( a.level === 'error' );

const lineOf = ( wrong: number ): string =>
	wrong === 0
		? __( 'Health: nothing urgent.', 'orderinvoicer' )
		: sprintf(
				/* translators: %s: number of things. */
				_n(
					'Health: %s thing to look at.',
					'Health: %s things to look at.',
					wrong,
					'orderinvoicer'
				),
				formatCount( wrong )
			);

type FactActionProps = Pick< HealthSectionProps, 'model' | 'connection' > & {
	fact: Fact;
};

function FactAction( {
	fact: { name, action },
	model: { loopback },
	connection,
}: FactActionProps ) {
	// Once tested here the button stays, with the outcome.
	const wasTested = name === 'loopback' && loopback.state.status !== 'idle';
	if ( action === 'test_loopback' || wasTested ) {
		return <LoopbackTestButton model={ loopback } />;
	}
	return action === 'ask_sellsy' ? (
		<AskSellsy connection={ connection } />
	) : null;
}
