import { __ } from '@wordpress/i18n';
import { CopyButton } from '../../../../components/CopyButton';
import { SelectField } from '../../../../components/fields';
import { withColon } from '../../../../i18n/labels';
import { enabledKinds } from '../../../settings/kinds';
import type { SettingsDraft } from '../../../settings/useSettings';
import { editsOf, OFFERED, whatOf, whatWord } from '../../essentials/what';
import { rightsFor } from '../rights';

/** Folded: an administrator of Sellsy who ticks everything needs none of it. */
export function Rights( { form }: { form: SettingsDraft } ) {
	const { scopes, privileges } = rightsFor( enabledKinds( form.value ) );
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
				<Planned form={ form } />
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

/** The same choice as in the next step. Rules of the owner's own are chosen under Documents. */
function Planned( { form }: { form: SettingsDraft } ) {
	const what = whatOf( form.value );
	return what === null || what === 'none' ? null : (
		<SelectField
			label={ __( 'What does an order become?', 'orderinvoicer' ) }
			help={ __(
				'You can decide otherwise later. Proformas and delivery notes need the right “api-v1”, because Sellsy makes them only through its older API.',
				'orderinvoicer'
			) }
			value={ what }
			options={ OFFERED.map( ( value ) => ( {
				value,
				label: whatWord( value ),
			} ) ) }
			onChange={ ( chosen ) =>
				OFFERED.filter( ( one ) => one === chosen ).forEach( ( one ) =>
					form.editMore( editsOf( one, form.value ) )
				)
			}
		/>
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
