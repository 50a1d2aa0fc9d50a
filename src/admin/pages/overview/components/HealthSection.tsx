import { Icon } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Section } from '../../../../components/Section';
import type { Overview } from '../../../../schemas/overview';
import { healthFacts } from '../health';
import { LEVEL_ICONS, levelWord } from './levels';

type HealthSectionProps = { data: Overview; at: number };

export function HealthSection( { data, at }: HealthSectionProps ) {
	return (
		<Section title={ __( 'Health', 'orderinvoicer' ) }>
			<ul className="orderinvoicer-health">
				{ healthFacts( data, at ).map( ( fact ) => (
					<li key={ fact.name } className={ `is-${ fact.level }` }>
						<Icon icon={ LEVEL_ICONS[ fact.level ] } size={ 20 } />
						<div>
							<span className="screen-reader-text">
								{ levelWord( fact.level ) }:{ ' ' }
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
						</div>
					</li>
				) ) }
			</ul>
		</Section>
	);
}
