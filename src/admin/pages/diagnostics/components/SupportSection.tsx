import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { CopyForSupport } from '../../../../components/CopyForSupport';
import { Section } from '../../../../components/Section';
import type { Diagnostics } from '../../../../generated/schemas';
import { download } from '../download';

/** The same in two forms: for a message, and as a file. */
export function SupportSection( {
	diagnostics,
}: {
	diagnostics: Diagnostics;
} ) {
	const { support, health, ...facts } = diagnostics;
	// Sentences may name the shop's address: they stay on the screen.
	const shared = {
		...facts,
		health: health.map( ( { name, status } ) => ( { name, status } ) ),
	};
	return (
		<Section
			title={ __( 'For people who help you', 'orderinvoicer' ) }
			intro={ __(
				'Versions, settings, numbers, the last tries and the end of the log. No keys, no names, no addresses of your customers and not the address of your shop: it may be posted in public.',
				'orderinvoicer'
			) }
		>
			<CopyForSupport
				text={ support }
				label={ __( 'Copy the diagnostics', 'orderinvoicer' ) }
			>
				<Button
					variant="secondary"
					__next40pxDefaultSize
					onClick={ () =>
						download(
							`orderinvoicer-diagnostics-${ facts.generated_at.slice( 0, 10 ) }.json`,
							JSON.stringify( shared, null, '\t' )
						)
					}
				>
					{ __( 'Download', 'orderinvoicer' ) }
				</Button>
			</CopyForSupport>
			<details className="orderinvoicer-details">
				<summary>
					{ __( 'Show what it says', 'orderinvoicer' ) }
				</summary>
				{ /* It scrolls, so that it must be reachable by keyboard. */ }
				<pre
					tabIndex={ 0 }
					className="orderinvoicer-details__text"
					lang="en"
					dir="ltr"
				>
					{ support }
				</pre>
			</details>
		</Section>
	);
}
