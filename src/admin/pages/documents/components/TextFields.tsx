import { __, sprintf } from '@wordpress/i18n';
import { TextAreaField, TextField } from '../../../../components/fields';
import { placeholders } from '../placeholders';
import { previewOf, unknownWords } from '../preview';
import type { KindProps } from '../types';
import { Setting } from '../../../settings/Setting';

export function TextFields( { kind, form, shop }: KindProps ) {
	const { subject, note } = form.value[ kind ];
	return (
		<>
			<Setting
				name={ `${ kind }.subject` }
				form={ form }
				label={ __( 'Subject', 'orderinvoicer' ) }
			>
				<TextField
					label={ __( 'Subject', 'orderinvoicer' ) }
					help={ __(
						'Left empty: “Order” and its number, in the language of the shop.',
						'orderinvoicer'
					) }
					value={ subject }
					maxLength={ 255 }
					onChange={ ( value ) =>
						form.editGroup( kind, { subject: value } )
					}
				/>
			</Setting>
			<Preview text={ subject } currency={ shop.currency } />
			<Setting
				name={ `${ kind }.note` }
				form={ form }
				label={ __( 'Note', 'orderinvoicer' ) }
			>
				<TextAreaField
					label={ __( 'Note', 'orderinvoicer' ) }
					value={ note }
					maxLength={ 2000 }
					onChange={ ( value ) =>
						form.editGroup( kind, { note: value } )
					}
				/>
			</Setting>
			<Preview text={ note } currency={ shop.currency } />
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

type PreviewProps = { text: string; currency: string };

/** Nothing to say of a text that every order leaves as it is. */
function Preview( { text, currency }: PreviewProps ) {
	const unknown = unknownWords( text );
	const preview = previewOf( text, currency );
	return (
		<>
			{ preview !== text && (
				<p className="orderinvoicer-muted">
					{ sprintf(
						/* translators: %s: a text as it will read. */
						__( 'On order 1042 it reads: %s', 'orderinvoicer' ),
						preview
					) }
				</p>
			) }
			{ unknown.length > 0 && (
				<p className="orderinvoicer-warning" role="status">
					{ sprintf(
						/* translators: %s: list of words in braces. */
						__(
							'Not replaced, because no order knows it: %s',
							'orderinvoicer'
						),
						unknown.join( ', ' )
					) }
				</p>
			) }
		</>
	);
}
