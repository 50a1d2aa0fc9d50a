import { Icon } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Section } from '../../../../components/Section';
import { withColon } from '../../../../i18n/labels';
import type { Overview } from '../../../../generated/schemas';
import { LoopbackTestButton } from '../../../status/LoopbackTestButton';
import type { ConnectionModel } from '../../connection/useConnection';
import { healthFacts } from '../health';
import type { Fact } from '../types';
import type { OverviewModel } from '../useOverview';
import { AskSellsy } from './AskSellsy';
import { LEVEL_ICONS, levelWord } from './levels';

type HealthSectionProps = {
	data: Overview;
	at: number;
	model: OverviewModel;
	connection: ConnectionModel;
};

export function HealthSection( { data, at, ...models }: HealthSectionProps ) {
	return (
		<Section title={ __( 'Health', 'orderinvoicer' ) }>
			<ul className="orderinvoicer-health">
				{ healthFacts( data, at ).map( ( fact ) => (
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
		</Section>
	);
}

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
