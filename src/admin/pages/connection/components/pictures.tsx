/**
 * Where to click in Sellsy, drawn: a screenshot would be another company's work, and wrong with its next release. What
 * is written in them are Sellsy's own labels, or the words that stand beside them here.
 */
import { __, sprintf } from '@wordpress/i18n';
import type { CredentialsType } from '../../../../generated/schemas';

type PictureProps = { label: string; children: React.ReactNode };

const WIDTH = 300;
const HEIGHT = 150;

/** A window of a browser. Sellsy's page runs from left to right, whatever runs around it. */
function Picture( { label, children }: PictureProps ) {
	return (
		<svg
			className="orderinvoicer-picture"
			viewBox={ `0 0 ${ WIDTH } ${ HEIGHT }` }
			role="img"
			aria-label={ label }
			direction="ltr"
		>
			<rect
				className="is-page"
				width={ WIDTH }
				height={ HEIGHT }
				rx="6"
			/>
			<path
				className="is-bar"
				d={ `M0 20V6a6 6 0 0 1 6-6h288a6 6 0 0 1 6 6v14z` }
			/>
			<circle className="is-faint" cx="12" cy="10" r="3" />
			<circle className="is-faint" cx="22" cy="10" r="3" />
			<circle className="is-faint" cx="32" cy="10" r="3" />
			{ children }
		</svg>
	);
}

type At = { x: number; y: number; width: number };

const Line = ( { x, y, width }: At ) => (
	<rect
		className="is-faint"
		x={ x }
		y={ y }
		width={ width }
		height="6"
		rx="3"
	/>
);

const Field = ( { x, y, width }: At ) => (
	<rect
		className="is-field"
		x={ x }
		y={ y }
		width={ width }
		height="18"
		rx="3"
	/>
);

type LabelProps = { x: number; y: number; children: string };

const Label = ( { x, y, children }: LabelProps ) => (
	<text x={ x } y={ y }>
		{ children }
	</text>
);

type TargetProps = At & { number: number; children: string };

/** What to click, numbered in the order of the clicks. */
function Target( { x, y, width, number, children }: TargetProps ) {
	return (
		<>
			<rect
				className="is-target"
				x={ x }
				y={ y }
				width={ width }
				height="22"
				rx="4"
			/>
			<text className="is-strong" x={ x + 10 } y={ y + 15 }>
				{ children }
			</text>
			<circle className="is-number" cx={ x + width } cy={ y } r="8" />
			<text className="is-digit" x={ x + width } y={ y + 4 }>
				{ String( number ) }
			</text>
		</>
	);
}

export function PortalPicture() {
	return (
		<Picture
			label={ __(
				'Drawing of Sellsy: in the settings (Réglages), open “Portail développeur”, then “API V2”.',
				'orderinvoicer'
			) }
		>
			<Line x={ 14 } y={ 34 } width={ 60 } />
			<Line x={ 14 } y={ 50 } width={ 46 } />
			<Line x={ 14 } y={ 66 } width={ 54 } />
			<Target x={ 176 } y={ 30 } width={ 108 } number={ 1 }>
				Réglages
			</Target>
			<Target x={ 98 } y={ 68 } width={ 150 } number={ 2 }>
				Portail développeur
			</Target>
			<Target x={ 122 } y={ 106 } width={ 90 } number={ 3 }>
				API V2
			</Target>
			<path className="is-way" d="M230 52v8M173 90v8" />
		</Picture>
	);
}

export function AccessPicture( { type }: { type: CredentialsType } ) {
	const word =
		type === 'personal'
			? __( 'Personal access', 'orderinvoicer' )
			: __( 'Private access', 'orderinvoicer' );
	return (
		<Picture
			label={
				type === 'personal'
					? sprintf(
							/* translators: %s: "Personal access". */
							__(
								'Drawing of the form for a new access: choose the type (%s), then whom it acts as, then tick its rights.',
								'orderinvoicer'
							),
							word
						)
					: sprintf(
							/* translators: %s: "Private access". */
							__(
								'Drawing of the form for a new access: choose the type (%s), then paste the redirect URL, then tick its rights.',
								'orderinvoicer'
							),
							word
						)
			}
		>
			<Target x={ 16 } y={ 32 } width={ 200 } number={ 1 }>
				{ word }
			</Target>
			<Target x={ 16 } y={ 66 } width={ 256 } number={ 2 }>
				{ type === 'personal'
					? __( 'Administrator', 'orderinvoicer' )
					: 'https://…/admin-post.php' }
			</Target>
			<rect
				className="is-target"
				x="16"
				y="100"
				width="256"
				height="36"
				rx="4"
			/>
			<Ticks y={ 112 } />
			<Ticks y={ 126 } />
			<circle className="is-number" cx="272" cy="100" r="8" />
			<text className="is-digit" x="272" y="104">
				3
			</text>
		</Picture>
	);
}

const Ticks = ( { y }: { y: number } ) => (
	<>
		{ [ 28, 108, 188 ].map( ( x ) => (
			<g key={ x }>
				<path className="is-tick" d={ `M${ x } ${ y }l3 3 5-6` } />
				<Line x={ x + 14 } y={ y - 3 } width={ 48 } />
			</g>
		) ) }
	</>
);

export function KeysPicture() {
	return (
		<Picture
			label={ __(
				'Drawing of the two keys of the new access, the client ID and the client secret, each to be copied into its field here. Sellsy shows the secret only once.',
				'orderinvoicer'
			) }
		>
			<Label x={ 16 } y={ 44 }>
				{ __( 'Client ID', 'orderinvoicer' ) }
			</Label>
			<Field x={ 16 } y={ 50 } width={ 190 } />
			<Line x={ 24 } y={ 56 } width={ 120 } />
			<Label x={ 16 } y={ 94 }>
				{ __( 'Client secret', 'orderinvoicer' ) }
			</Label>
			<Field x={ 16 } y={ 100 } width={ 190 } />
			<path className="is-dots" d="M26 109h120" />
			<Target x={ 216 } y={ 48 } width={ 66 } number={ 1 }>
				{ __( 'Copy', 'orderinvoicer' ) }
			</Target>
			<Target x={ 216 } y={ 98 } width={ 66 } number={ 2 }>
				{ __( 'Copy', 'orderinvoicer' ) }
			</Target>
		</Picture>
	);
}
