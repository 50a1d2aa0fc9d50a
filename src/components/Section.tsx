import { Card, CardBody, CardHeader } from '@wordpress/components';
import { useEffect } from '@wordpress/element';
import { useFocusKept } from './useFocusKept';

type SectionProps = {
	title: string;
	intro?: React.ReactNode;
	actions?: React.ReactNode;
	/** Its heading alone is shown. */
	isFolded?: boolean;
	/** A link led here. */
	isTarget?: boolean;
	/** Paths of the settings that stand here as a whole: the search leads to it. */
	setting?: string | undefined;
	children: React.ReactNode;
};

/** A group by name: fields of the same name stand in several. */
export function Section( {
	title,
	intro,
	actions,
	isFolded = false,
	isTarget = false,
	setting,
	children,
}: SectionProps ) {
	const { area, place } = useFocusKept< HTMLDivElement >();
	const { ref } = place;
	useEffect( () => {
		if ( isTarget ) {
			ref.current?.scrollIntoView();
			ref.current?.focus( { preventScroll: true } );
		}
	}, [ isTarget, ref ] );
	return (
		<Card
			{ ...area }
			{ ...place }
			className="orderinvoicer-section"
			data-setting={ setting }
			role="group"
			aria-label={ title }
		>
			<CardHeader>
				<h3 className="orderinvoicer-section__title">{ title }</h3>
				{ actions }
			</CardHeader>
			{ isFolded || (
				<CardBody>
					<div className="orderinvoicer-stack">
						{ intro && (
							<p className="orderinvoicer-section__intro">
								{ intro }
							</p>
						) }
						{ children }
					</div>
				</CardBody>
			) }
		</Card>
	);
}
