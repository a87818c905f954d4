import { sheetMetadata, sheetPage } from "@/app/[locale]/(reading)/map/sheet";

type Props = PageProps<"/[locale]/map/[area]/page/[page]">;

export const generateMetadata = ({ params }: Props) => sheetMetadata({ params });

export default function AreaMapNextPage({ params }: Props) {
  return sheetPage({ params });
}
