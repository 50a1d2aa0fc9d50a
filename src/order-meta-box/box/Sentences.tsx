import { __ } from '@wordpress/i18n';

export const Sentences = ( { says }: { says: string[] } ) => (
	<>
		{ says.map( ( sentence ) => (
			<p key={ sentence }>{ sentence }</p>
		) ) }
	</>
);

/** After what is said of a setting. */
export const SettingLink = ( { href }: { href: string } ) =>
	href && (
		<>
			{ ' ' }
			<a href={ href }>{ __( 'Open this setting', 'orderinvoicer' ) }</a>
		</>
	);
