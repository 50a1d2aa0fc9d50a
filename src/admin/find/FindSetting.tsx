import { SearchControl } from '@wordpress/components';
import { Suspense, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { fetched } from '../../components/fetched';
import type { Settings } from '../../generated/schemas';

const Found = fetched( async () => {
	const { Found: List } = await import(
		/* webpackChunkName: "find-setting" */ './Found'
	);
	return List;
} );

type FindSettingProps = {
	/** Null while they are being read. */
	settings: Settings | null;
};

/** One field for all settings. What it looks through is fetched once somebody comes here. */
export function FindSetting( { settings }: FindSettingProps ) {
	const [ text, setText ] = useState( '' );
	const [ isUsed, setUsed ] = useState( false );
	return (
		<div
			className="orderinvoicer-find"
			role="search"
			aria-label={ __( 'Find a setting', 'orderinvoicer' ) }
		>
			<SearchControl
				__nextHasNoMarginBottom
				label={ __( 'Find a setting', 'orderinvoicer' ) }
				placeholder={ __( 'Find a setting', 'orderinvoicer' ) }
				value={ text }
				onFocus={ () => setUsed( true ) }
				onChange={ setText }
			/>
			{ isUsed && (
				<Suspense fallback={ null }>
					<Found
						text={ text }
						settings={ settings }
						onOpened={ () => setText( '' ) }
					/>
				</Suspense>
			) }
		</div>
	);
}
