import { __ } from '@wordpress/i18n';
import { TextAreaField, TextField } from '../../../../components/fields';
import { placeholders } from '../placeholders';
import type { KindProps } from './KindSection';

export function TextFields( { kind, form }: KindProps ) {
	const { subject, note } = form.value[ kind ];
	return (
		<>
			<TextField
				label={ __( 'Subject', 'orderinvoicer' ) }
				value={ subject }
				maxLength={ 255 }
				onChange={ ( value ) =>
					form.editGroup( kind, { subject: value } )
				}
			/>
			<TextAreaField
				label={ __( 'Note', 'orderinvoicer' ) }
				value={ note }
				maxLength={ 2000 }
				onChange={ ( value ) =>
					form.editGroup( kind, { note: value } )
				}
			/>
			<details className="orderinvoicer-placeholders">
				<summary>
					{ __(
						'Words that each order replaces in both texts',
						'orderinvoicer'
					) }
				</summary>
				<ul>
					{ placeholders().map( ( [ word, meaning ] ) => (
						<li key={ word }>
							<code>{ `{${ word }}` }</code> { meaning }
						</li>
					) ) }
				</ul>
			</details>
		</>
	);
}
