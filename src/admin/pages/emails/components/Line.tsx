import { FormToggle } from '@wordpress/components';
import { hrefOfPreview } from '../place';

type LineProps = {
	id: string;
	/** Path of its setting: the search leads here. */
	setting?: string | undefined;
	when: string;
	name: string;
	/** Null: it cannot be looked at here. */
	preview: string | null;
	from: string;
	label: string;
	isOn: boolean;
	/** Why it cannot be switched, or null; the note says more. */
	isFixed?: boolean;
	onSwitch: ( isOn: boolean ) => void;
	/** What is to be known of it. */
	children?: React.ReactNode;
};

/** One e-mail: when, what, from whom, and its switch. */
export function Line( {
	id,
	setting,
	when,
	name,
	preview,
	from,
	label,
	isOn,
	isFixed = false,
	onSwitch,
	children,
}: LineProps ) {
	const note = `orderinvoicer-email-${ id }`;
	return (
		<li className="orderinvoicer-emails__line" data-setting={ setting }>
			<span className="orderinvoicer-emails__when">{ when }</span>
			<div className="orderinvoicer-emails__what">
				{ preview === null ? (
					<strong>{ name }</strong>
				) : (
					<a href={ hrefOfPreview( preview ) }>{ name }</a>
				) }
				<div id={ note } className="orderinvoicer-muted">
					{ children }
				</div>
			</div>
			<span className="orderinvoicer-emails__from">{ from }</span>
			<FormToggle
				aria-label={ label }
				aria-describedby={ note }
				checked={ isOn }
				disabled={ isFixed }
				onChange={ () => onSwitch( ! isOn ) }
			/>
		</li>
	);
}
