import { __ } from '@wordpress/i18n';
import * as z from 'zod/mini';
import { CopyButton } from '../../../../components/CopyButton';
import { SelectField } from '../../../../components/fields';
import { withColon } from '../../../../i18n/labels';
import type { Settings } from '../../../../generated/schemas';
import { enabledKinds } from '../../../settings/kinds';
import { choiceWord } from '../choiceWords';
import {
	type Choice,
	ChoiceSchema,
	kindsOf,
	PRESETS,
} from '../../../settings/presets';
import { rightsFor, USUAL } from '../rights';

type RightsProps = {
	settings: Settings;
	choice: Choice | null;
	onChange: ( choice: Choice | null ) => void;
};

/** Folded: an administrator of Sellsy who ticks everything needs none of it. */
export function Rights( { settings, choice, onChange }: RightsProps ) {
	const isOn = enabledKinds( settings ).length > 0;
	const choices: readonly Choice[] = isOn ? [ 'keep', ...PRESETS ] : PRESETS;
	const chosen =
		choices.find( ( one ) => one === choice ) ?? ( isOn ? 'keep' : USUAL );
	const { scopes, privileges } = rightsFor( kindsOf( chosen, settings ) );
	const scopesTitle = __( 'Rights to tick on the access', 'orderinvoicer' );
	const privilegesTitle = __(
		'Privileges of the person it acts as (an administrator has them all)',
		'orderinvoicer'
	);
	return (
		<details className="orderinvoicer-rights">
			<summary>
				{ __(
					'What the access must be allowed to do',
					'orderinvoicer'
				) }
			</summary>
			<div className="orderinvoicer-stack">
				<SelectField
					label={ __(
						'Which documents do you plan?',
						'orderinvoicer'
					) }
					help={ __(
						'You can decide otherwise later. Proformas and delivery notes need the right “api-v1”, because Sellsy makes them only through its older API.',
						'orderinvoicer'
					) }
					value={ chosen }
					options={ choices.map( ( value ) => ( {
						value,
						label: choiceWord( value ),
					} ) ) }
					onChange={ ( value ) =>
						onChange(
							z.safeParse( ChoiceSchema, value ).data ?? null
						)
					}
				/>
				<Listed title={ scopesTitle } texts={ scopes } isCode />
				<Listed title={ privilegesTitle } texts={ privileges } />
				<div className="orderinvoicer-actions">
					<CopyButton
						text={ [
							withColon( scopesTitle ),
							...scopes,
							'',
							withColon( privilegesTitle ),
							...privileges,
						].join( '\n' ) }
						label={ __( 'Copy the list', 'orderinvoicer' ) }
					/>
				</div>
			</div>
		</details>
	);
}

type ListedProps = {
	title: string;
	texts: readonly string[];
	isCode?: boolean;
};

function Listed( { title, texts, isCode = false }: ListedProps ) {
	return (
		<div>
			<h4 className="orderinvoicer-rights__title">{ title }</h4>
			<ul
				className={ `orderinvoicer-rights__list${ isCode ? ' is-short' : '' }` }
				lang={ isCode ? undefined : 'fr' }
			>
				{ texts.map( ( text ) => (
					<li key={ text }>
						{ isCode ? <code>{ text }</code> : text }
					</li>
				) ) }
			</ul>
		</div>
	);
}
