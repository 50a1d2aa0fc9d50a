import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { RadioField } from '../../../../components/fields';
import type { Settings } from '../../../../generated/schemas';
import { enabledKinds, v1Reason } from '../../../settings/kinds';
import { choicePurpose, choiceWord } from '../choiceWords';
import {
	type Choice,
	insteadOf,
	isAvailable,
	needsV1,
	type Preset,
	PRESETS,
} from '../../../settings/presets';
import { USUAL } from '../rights';

type PresetChoiceProps = {
	settings: Settings;
	value: Choice | null;
	hasV1: boolean | null;
	onChange: ( choice: Choice ) => void;
};

/** Cards of one radio group; what this access cannot do stands below them, with the reason. */
export function PresetChoice( {
	settings,
	value,
	hasV1,
	onChange,
}: PresetChoiceProps ) {
	const available = PRESETS.filter( ( preset ) =>
		isAvailable( preset, settings, hasV1 )
	);
	const missing = PRESETS.filter(
		( preset ) => ! available.includes( preset )
	);
	const choices: Choice[] =
		enabledKinds( settings ).length > 0
			? [ 'keep', ...available ]
			: available;
	return (
		<div className="orderinvoicer-presets">
			<RadioField< Choice | '' >
				label={ __( 'Your shop', 'orderinvoicer' ) }
				hideLabelFromVision
				value={ value ?? '' }
				options={ choices.map( ( choice ) => ( {
					value: choice,
					label: choiceWord( choice ),
					description: describe( choice, settings, hasV1 ),
				} ) ) }
				onChange={ ( next ) => next !== '' && onChange( next ) }
			/>
			{ missing.length > 0 && (
				<Missing presets={ missing } onChange={ onChange } />
			) }
		</div>
	);
}

const describe = (
	choice: Choice,
	settings: Settings,
	hasV1: boolean | null
): string =>
	[ recommended( choice, settings ), purpose( choice, settings, hasV1 ) ]
		.filter( Boolean )
		.join( ' ' );

/** One of them: who does not know takes it. */
function recommended( choice: Choice, settings: Settings ): string {
	const isOn = enabledKinds( settings ).length > 0;
	if ( choice === 'keep' ) {
		return __(
			'Recommended, unless you want something else.',
			'orderinvoicer'
		);
	}
	return choice === USUAL && ! isOn
		? __( 'Recommended for most shops.', 'orderinvoicer' )
		: '';
}

/** Where it is not known whether the access has the right, the dry run will say. */
const purpose = (
	choice: Choice,
	settings: Settings,
	hasV1: boolean | null
): string =>
	choice !== 'keep' && hasV1 === null && needsV1( choice, settings )
		? `${ choicePurpose( choice ) } ${ __(
				'Needs the right “api-v1” of the access; Sellsy did not say whether it has it.',
				'orderinvoicer'
			) }`
		: choicePurpose( choice );

type MissingProps = {
	presets: Preset[];
	onChange: ( choice: Choice ) => void;
};

function Missing( { presets, onChange }: MissingProps ) {
	return (
		<div className="orderinvoicer-presets__missing">
			<h4>{ __( 'Not with this access yet', 'orderinvoicer' ) }</h4>
			<p>{ v1Reason() }</p>
			<ul>
				{ presets.map( ( preset ) => (
					<li key={ preset }>
						<strong>{ choiceWord( preset ) }</strong>
						<p>{ choicePurpose( preset ) }</p>
						<Button
							variant="link"
							onClick={ () => onChange( insteadOf( preset ) ) }
						>
							{ sprintf(
								/* translators: %s: a choice, such as "Card shop: invoice when paid". */
								__( 'Possible now: %s', 'orderinvoicer' ),
								choiceWord( insteadOf( preset ) )
							) }
						</Button>
					</li>
				) ) }
			</ul>
		</div>
	);
}
